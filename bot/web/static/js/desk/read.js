/** What the controls of a field hold, as the API takes it; undefined where nothing is filled in. */

/** An amount as people write it ("1.250,50", "€ 900", "12500.5") as a plain decimal; what is no number stays, and is refused with its reason. */
export function decimal(text) {
  const bare = text.replace(/[€\s]/g, "").replace(/,-+$/, "");
  if (bare.includes(",")) return bare.replaceAll(".", "").replace(",", ".");
  return /^\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replaceAll(".", "") : bare;
}

/** The closest control around `element`, itself excluded. */
const around = (element) => element.parentElement.closest("[data-value]");
/** The elements that `selector` finds in `node`, and in no control inside it. */
const own = (node, selector) => [...node.querySelectorAll(selector)].filter((one) => around(one) === node);

function inputs(node) {
  const found = {};
  for (const one of own(node, "[data-in]")) found[one.dataset.in] = one.type === "checkbox" ? one.checked : one.value.trim();
  return found;
}

function money(node) {
  const { amount, unit, vat_basis, period } = inputs(node);
  if (amount === "") return undefined;
  const [kind, code] = unit.split(":");
  if (kind === "asset") return { amount: decimal(amount), asset: code };
  return { amount: decimal(amount), currency: code, ...(vat_basis && { vat_basis }), ...(period && { period }) };
}

function moment(node) {
  const { day, time, precision, approx, end } = inputs(node);
  if (!day) {
    // A picker hides what it cannot read: better refused than forgotten.
    const half = own(node, "[type=date]").some((one) => one.validity.badInput);
    return half ? { value: "onleesbaar" } : undefined;
  }
  const exact = precision || (time ? "minute" : "day");
  const timed = time && ["minute", "hour"].includes(exact);
  return { value: timed ? `${day}T${time}` : day, precision: exact, approx, ...(end && { end }) };
}

function duration(node) {
  const { count, unit, approx } = inputs(node);
  if (count === "") return undefined;
  return { value: `P${unit === "H" ? "T" : ""}${decimal(count)}${unit}`, approx };
}

function object(node) {
  const made = {};
  for (const part of own(node, "[data-part]")) {
    const value = read(part);
    if (value !== undefined) made[part.dataset.part] = value;
  }
  if (node.dataset.kept) Object.assign(made, JSON.parse(node.dataset.kept));
  return Object.keys(made).length > 0 ? made : undefined;
}

function rows(node) {
  const found = lines(node).map((row) => read(row.querySelector("[data-value]"))).filter((one) => one !== undefined);
  return found.length > 0 ? found : undefined;
}

const checked = (node) => own(node, "input:checked").map((one) => one.value);
const several = (node) => (checked(node).length > 0 ? checked(node) : undefined);
const single = (node) => own(node, "[data-in]")[0].value.trim() || undefined;
const READERS = {
  rows, object, money, coin: money, moment, duration, codes: several,
  bool: (node) => ({ true: true, false: false })[checked(node)[0]],
  radios: (node) => checked(node)[0] || undefined,
  select: single, text: single, long: single,
  integer: (node) => single(node)?.replace(/[.\s]/g, ""),
  decimal: (node) => (single(node) === undefined ? undefined : decimal(single(node))),
};

/** The value of one control. */
export function read(node) {
  return READERS[node.dataset.value](node);
}

/** The rows of a list, in their order. */
export function lines(node) {
  return [...node.querySelectorAll("[data-row]")].filter((one) => around(one) === node);
}

/** The element that a problem's pointer ("#/value/0/amount") leads to: the input, else the control around its place. */
export function placed(node, pointer) {
  // Empty rows are not sent: the n-th row of the body is the n-th one that holds something.
  for (const step of pointer.split("/").slice(2)) {
    const filled = node.dataset.value === "rows" ? lines(node).map((row) => row.querySelector("[data-value]")).filter((one) => read(one) !== undefined) : [];
    const inner = own(node, `[data-part="${CSS.escape(step)}"]`)[0] ?? filled[Number(step)];
    if (!inner) return own(node, `[data-in="${CSS.escape({ asset: "unit", currency: "unit", value: "day" }[step] ?? step)}"]`)[0] ?? node;
    node = inner;
  }
  return own(node, "[data-in], input")[0] ?? node;
}
