"""How frames reach a socket: our own protocol class under uvicorn, or any server's ASGI."""
