"""Routes that spare well-formed commands the framework's reading of requests.

It costs more than all the rest of such a route. What is not well-formed goes through the framework
after all: it says what is wrong.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from .arguments import ArgumentReader
from .exact_json import ExactRequest

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class CommandRoute(APIRoute):
    """A route whose bodies have exact numbers; other methods than GET answer with a model."""

    def get_route_handler(self) -> Handler:
        framework = super().get_route_handler()

        async def careful(request: Request) -> Response:
            return await framework(ExactRequest(request.scope, request.receive))

        reader = None if self.methods == {"GET"} else ArgumentReader.of(self.endpoint, self.path)
        if reader is None:
            return careful
        read, answer = reader.read, TypeAdapter(self.response_model)

        async def quick(request: Request) -> Response:
            exact = ExactRequest(request.scope, request.receive)
            arguments = await read(exact)
            if arguments is None:
                return await framework(exact)
            body = answer.dump_json(await self.endpoint(**arguments))
            return Response(body, media_type="application/json")

        return quick
