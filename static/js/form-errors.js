// Errors of a form: each beside its field, and all in a summary that takes the focus and links to
// the fields. A field is an element with data-field around its label and control.

import { byId, make } from "./dom.js";
import { texts } from "./language.js";

/** `errors`: [{field, text}]; the fallback is linked for fields that the form doesn't have. */
export function showErrors(form, errors, fallbackId) {
  clearErrors(form);
  const items = errors.map(({ field, text }) =>
    make("li", {}, markField(form, field, text, fallbackId)),
  );
  const summary = byId("errors");
  summary.replaceChildren(
    make("h2", {}, texts.errorTitle),
    items.length === 1 ? make("p", {}, ...items[0].childNodes) : make("ul", {}, ...items),
  );
  summary.hidden = false;
  summary.focus();
}

/** One message that belongs to no field. */
export function showMessage(form, text) {
  showErrors(form, [{ text }]);
}

export function clearErrors(form) {
  byId("errors").hidden = true;
  for (const field of form.querySelectorAll("[data-field]")) clearField(field);
}

/** Takes the error away as soon as the shopper corrects the field. */
export function clearErrorsOnInput(form) {
  form.addEventListener("input", (event) => {
    const field = event.target.closest("[data-field]");
    if (field) clearField(field);
  });
}

function markField(form, fieldName, text, fallbackId) {
  const field =
    fieldName && form.querySelector(`[data-field="${CSS.escape(fieldName)}"]:not([hidden])`);
  if (field) markControls(field, text);
  const target = field ? field.querySelector("input, select") : byId(fallbackId);
  if (!target || !fieldName) return text;
  const link = make("a", { href: `#${target.id}` }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    target.focus();
    (field || target).scrollIntoView({ block: "nearest" });
  });
  return link;
}

function markControls(field, text) {
  const id = `${field.dataset.field}-error`;
  const error = byId(id) ?? make("p", { class: "error", id });
  error.textContent = text;
  const group = field.matches("fieldset, [role=radiogroup]");
  if (group) field.append(error);
  else field.querySelector("input, select").before(error);
  const described = group ? field : field.querySelector("input, select");
  described.dataset.hint ??= described.getAttribute("aria-describedby") ?? "";
  described.setAttribute("aria-describedby", `${id} ${described.dataset.hint}`.trim());
  if (!group) described.setAttribute("aria-invalid", "true");
}

function clearField(field) {
  const error = byId(`${field.dataset.field}-error`);
  if (!error) return;
  error.remove();
  const described = field.matches("[data-hint]") ? field : field.querySelector("[data-hint]");
  described.removeAttribute("aria-invalid");
  if (described.dataset.hint) described.setAttribute("aria-describedby", described.dataset.hint);
  else described.removeAttribute("aria-describedby");
}
