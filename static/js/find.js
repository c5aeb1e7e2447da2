// Finds an order for who lost its link: the links go to the order's own address, and the page says
// the same whether there is such an order or not.

import { postJson, wordsOf } from "./api.js";
import { byId, setText, showView } from "./dom.js";
import { clearErrors, clearErrorsOnInput, showErrors, showMessage } from "./form-errors.js";
import "./header.js";
import { texts } from "./language.js";

const form = byId("find");
const { orderId, email } = form.elements;
let sending = false;

form.addEventListener("submit", submit);
clearErrorsOnInput(form);
byId("again").addEventListener("click", () => {
  showView("find");
  orderId.focus();
});

async function submit(event) {
  event.preventDefault();
  if (sending) return;
  const errors = mistakes();
  if (errors.length > 0) return showErrors(form, errors);
  clearErrors(form);
  setSending(true);
  try {
    await postJson("/findOrder", { orderId: Number(number()), email: email.value.trim() });
    showView("sent");
    byId("sent-heading").focus();
  } catch (problem) {
    showMessage(form, wordsOf(problem));
  }
  setSending(false);
}

/** As people copy it: "# 4711", "Order 4711". */
const number = () => orderId.value.replace(/\D/g, "");

function mistakes() {
  const errors = [];
  if (!/^[1-9]\d{0,15}$/.test(number()))
    errors.push({ field: "orderId", text: texts.missing.orderId });
  if (!email.value.trim()) errors.push({ field: "email", text: texts.missing.email });
  else if (!email.validity.valid) errors.push({ field: "email", text: texts.wrong.email });
  return errors;
}

function setSending(now) {
  sending = now;
  byId("send").setAttribute("aria-disabled", String(now));
  setText(byId("sending"), now ? texts.asking : "");
}
