"""The JSON that goes in and out of the conversation API; OpenAPI is made from it."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.claims.fields import Kind
from bot.claims.model import ClaimStatus, EditStatus
from bot.claims.variants import Language


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OpenBody(Strict):
    channel: Literal["web_chat", "call_centre_agent"] = "web_chat"
    language: Language | None = Field(None, description="Without it: the country in Accept-Language, else the setting")


class LanguageBody(Strict):
    language: Language


class ResumeBody(Strict):
    code: str = Field(max_length=100)


class SayBody(Strict):
    text: str = Field(description="At most 200,000 code points; secrets in it are blotted out before anything is kept.")


class PatchBody(Strict):
    """A value, or a status without one: the person does not know, or rather does not say. A value alone is a firm one."""

    value: Any = Field(None, description="A value in the shape of the claim file's schema; null means that it is not known.")
    status: EditStatus | None = Field(None, description="`estimated`: about so; `unknown` and `declined` go without a value")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        """`{}` says nothing, and "not known" with a value says two things."""
        if self.status in ("unknown", "declined"):
            whole = self.value is None
        elif self.status is None:
            whole = "value" in self.model_fields_set
        else:
            whole = self.value is not None
        if not whole:
            raise PydanticCustomError("value_and_status", "a value, or the status unknown or declined")
        return self


class Option(BaseModel):
    value: str | bool
    label: str


class Ask(BaseModel):
    """The open question: its field (or `confirm.<block>`: is what was read back right?) and the kind of answer it takes."""

    field: str
    kind: Kind
    options: list[Option] | None = None


class Item(BaseModel):
    """One value that was read back."""

    field: str
    label: str
    value: str


class MessageOut(BaseModel):
    id: str
    author: Literal["insured", "agent", "adjuster", "bot"]
    text: str
    at: str = Field(description="ISO 8601 in Belgian and Dutch time")
    seq: int = Field(description="Order within the conversation; also the id of its event")
    ask: Ask | None = Field(None, description="The question this message opened")
    items: list[Item] | None = Field(
        None, description="What was read back, as it was then; each can be changed (POST .../fields/{name}/change)"
    )
    reply_to: str | None = None
    state: Literal["queued", "heard"] | None = None


class Progress(BaseModel):
    model_config = ConfigDict(extra="allow")
    answered: int
    total: int
    block: str | None = None


class Talk(BaseModel):
    """Messages, how far the conversation is, and the status of the claim."""

    messages: list[MessageOut]
    progress: Progress
    status: str = Field(description="The status of the claim")
    claim_status: ClaimStatus


class OpenedOut(Talk):
    id: str
    access_token: str
    language: Language
    resume_code: str | None = None


class VersionOut(BaseModel):
    """A version of the claim file: why and by whom it was made, and the fields that were told since the one before."""

    number: int
    at: str
    reason: Literal["handed_over", "added", "withdrawn"]
    by: str
    changed: list[str]


class VersionsOut(BaseModel):
    versions: list[VersionOut]


class LanguageOut(BaseModel):
    language: Language


class SaidOut(Talk):
    """`heard`: the replies are among the messages. `queued` (202): kept, delivered later; `notice` says so in Dutch."""

    status: Literal["heard", "queued"]
    notice: str | None = None


class DocumentAbout(BaseModel):
    """A file as the claim file lists it."""

    type: str
    status: Literal["received"]
    sha256: str
    name: str
    media_type: str
    size: int = Field(description="In bytes")
    received_at: str


class DocumentOut(Talk):
    document: DocumentAbout


class StatusBody(Strict):
    """What an insurer's system tells. `number` is the claim number of the hand-over."""

    id: str = Field(min_length=1, max_length=100, description="The event's own id: sent twice, it counts once")
    number: str = Field(min_length=1, max_length=32)
    status: str = Field(max_length=64)
    reference: str | None = Field(None, max_length=200, description="The insurer's own number of the claim")


class StatusOut(BaseModel):
    id: str
    status: str
    reference: str | None
    again: bool


class Problem(BaseModel):
    """RFC 9457. `detail` is a Dutch sentence for the person; a refused value has its `field` and a `pointer` into the body."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    field: str | None = None
    pointer: str | None = Field(None, description="RFC 6901, as a fragment: #/value/0/amount")
