"""The OpenAPI document: what FastAPI makes of the routes, with types made from `fields.toml` and the published claim file.

`ClaimFile` is the published schema; `FieldName` lists the fields, `FieldValues` has the exact schema of each one's value,
`FieldValue` is any of them.
"""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from bot.claims import schema as claim_schema
from bot.claims.fields import FIELDS, Field
from bot.web import problems, shapes

JSON = dict[str, Any]
COMPONENTS = "#/components/schemas/"
CONVERSATION = "/api/v1/conversations/{conversation_id}"
SECURITY: JSON = {
    "conversation": {"type": "http", "scheme": "bearer", "description": "The access token of the conversation"},
    "staff": {"type": "apiKey", "in": "cookie", "name": "claimloket_staff", "description": "The session of a member of staff"},
    "csrf": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token", "description": "The token of that session; needed with its cookie"},
}
# In the agent's channel the caller needs the conversation's token and a session.
WHO_SPEAKS: list[JSON] = [{"conversation": []}, {"conversation": [], "staff": [], "csrf": []}]
OPENS: list[JSON] = [{}, {"staff": [], "csrf": []}]


def install(app: FastAPI) -> None:
    """Let `app` publish this document; it is made once, when it is first asked for."""
    app.openapi = once(lambda: described(app))  # type: ignore[method-assign]


def once(make: Callable[[], JSON]) -> Callable[[], JSON]:
    kept: list[JSON] = []

    def given() -> JSON:
        kept[:] = kept or [make()]
        return kept[0]

    return given


def described(app: FastAPI) -> JSON:
    """The whole document."""
    made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    schemas = made["components"]["schemas"]
    schemas |= components()
    schemas["Problem"] = shapes.Problem.model_json_schema()
    made["components"]["securitySchemes"] = SECURITY
    for path, operations in made["paths"].items():
        for operation in operations.values():
            problem_of(operation)
            if path.startswith(CONVERSATION):
                operation["security"] = WHO_SPEAKS
                operation["parameters"] = [one for one in operation.get("parameters", ()) if one["name"] != "authorization"]
    made["paths"]["/api/v1/conversations"]["post"]["security"] = OPENS
    fields, edit = made["paths"][f"{CONVERSATION}/fields/{{name}}"]["patch"], schemas["PatchBody"]
    next(one for one in fields["parameters"] if one["name"] == "name")["schema"] = ref("FieldName")
    edit["properties"]["value"] = {**ref("FieldValue"), "description": "Its exact schema stands in FieldValues under the field's name"}
    content(made, f"{CONVERSATION}/claim-file")["schema"] = ref("ClaimFile")
    return made


def content(made: JSON, path: str) -> JSON:
    found: JSON = made["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    return found


def problem_of(operation: JSON) -> None:
    """An error is a problem document and nothing else; FastAPI would list it as plain JSON too."""
    answer = operation["responses"].get("default")
    if answer:
        answer["content"] = {problems.MEDIA: {"schema": ref("Problem")}}


def ref(name: str) -> JSON:
    return {"$ref": COMPONENTS + name}


def components() -> JSON:
    """The types that `fields.toml` and the claim file give."""
    whole = claim_schema.schema()
    made = {titled(name): here(one) for name, one in whole["$defs"].items()}
    made["ClaimFile"] = here({name: one for name, one in whole.items() if not name.startswith("$")})
    made["FieldName"] = {"type": "string", "enum": list(FIELDS), "description": "A field of the claim file"}
    values = {name: value_of(field) for name, field in FIELDS.items()}
    made["FieldValues"] = {
        "type": "object",
        "properties": values,
        "additionalProperties": False,
        "description": "The value of each field, as a correction by hand gives it and the claim file holds it",
    }
    made["FieldValue"] = {"anyOf": any_value(), "description": "A value of some field, or null when it is not known"}
    return made


def value_of(field: Field) -> JSON:
    """The schema of one field's value, with its label, its question and an example answer."""
    question = f"{field.question} ({field.examples})"
    return {"title": field.label, "description": question, **here(claim_schema.value_schema(field))}


def any_value() -> list[JSON]:
    """The kinds that values have; which codes and parts a field has, is said in FieldValues."""
    whole = ({"type": kind} for kind in ("boolean", "string", "integer", "null"))
    shaped = [ref(name) for name in ("Moment", "Duration", "Money", "Crypto")]
    return [*whole, *shaped, {"type": "object"}, {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "object"}]}}]


def titled(name: str) -> str:
    return name[:1].upper() + name[1:]


def here(schema: Any) -> Any:
    """The schema with its references pointing at the components of this document."""
    if isinstance(schema, list):
        return [here(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: COMPONENTS + titled(one.removeprefix("#/$defs/")) if name == "$ref" and isinstance(one, str) else here(one)
        for name, one in schema.items()
    }
