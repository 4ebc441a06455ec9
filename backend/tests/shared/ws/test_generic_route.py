from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import Params, RecordingService, Value, ValueWsRouter


def test_two_models_and_one_line_suffice_for_a_route() -> None:
    service = RecordingService()

    router = ValueWsRouter(route="values", service=service)

    assert (router.route, router.service, router.tags) == ("values", service, [])
    assert (router.request_model, router.update_model) == (Params, Value)
    assert (router.delivery, router.stale_after_s) == (Delivery("latest"), None)


def test_each_router_has_tags_of_its_own() -> None:
    tags = ["datafeed"]
    router = ValueWsRouter(route="values", service=RecordingService(), tags=tags)

    tags.append("later")

    assert router.tags == ["datafeed"]
