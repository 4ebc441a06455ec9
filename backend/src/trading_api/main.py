"""The app as servers import it: `uvicorn trading_api.main:app`."""

from trading_api.app_factory import create_app

app = create_app()
