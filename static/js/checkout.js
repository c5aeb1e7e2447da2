// Orders what is in the cart, and says what came of it.

import { pageFor, wordsOf } from "./api.js";
import { basket } from "./basket.js";
import { byId, setText } from "./dom.js";
import { clearErrors, clearErrorsOnInput, showErrors, showMessage } from "./form-errors.js";
import { fromServer, furtherTexts, texts } from "./language.js";
import { usableKey } from "./order-outcome.js";
import { placeOrder } from "./place-order.js";
import { sentOrder } from "./sent-order.js";

const words = await furtherTexts("texts-checkout");
const form = byId("order");
let sending = false;

clearErrorsOnInput(form);

/** The page was left before it knew what became of its order: that comes before anything else. */
export async function findLostOrder() {
  if (!sentOrder.last()?.unknown) return;
  lock(true);
  try {
    await usableKey({ key: sentOrder.key(), tell: showWait, atLoad: true });
  } catch {
    // It is asked again before anything is sent.
  }
  setSending(false);
}

/** `showPricesOfNow` is called when the server knows others than this page. */
export async function submit(orderForm, showPricesOfNow) {
  if (sending) return;
  const errors = orderForm.errors();
  if (errors.length > 0) return showErrors(form, errors, "lines-heading");
  clearErrors(form);
  setSending(true);
  try {
    const answer = await placeOrder(orderForm.order(), showWait);
    if (!answer) return setSending(false);
    const page = pageFor("success.html", answer.trackingUrl);
    // Replaced, so that "back" leads to the shop and not to an order that was sent.
    location.replace(answer.kept ? page : `${page}&manage=${answer.manageToken ?? ""}`);
  } catch (problem) {
    setSending(false);
    await showProblem(problem, showPricesOfNow);
  }
}

function setSending(now) {
  lock(now);
  if (now) byId("send").focus();
  setText(byId("sending"), now ? words.sending : "");
}

/** What was sent can't be edited meanwhile. Not `disabled`, which would take the focus away. */
function lock(now) {
  sending = now;
  byId("send").setAttribute("aria-disabled", now);
  for (const part of document.querySelectorAll(".field, #lines")) part.inert = now;
}

/** Said once; the bar shows how long it still takes. */
function showWait(left, seconds) {
  const bar = byId("wait");
  bar.hidden = left === 0;
  bar.max = seconds;
  bar.value = seconds - left;
  if (left === seconds) setText(byId("sending"), words.busyRetry(seconds));
  if (left === 0) setText(byId("sending"), words.sending);
}

async function showProblem(problem, showPricesOfNow) {
  const fields = (problem.errors ?? []).map(({ field, detail }) => ({
    field,
    text: wrongCharacter(detail) ?? texts.wrong[field] ?? fromServer(detail) ?? texts.refused,
  }));
  if (fields.some(({ field }) => field === "totalPrice" || field === "products"))
    return showNewPrices(showPricesOfNow);
  if (problem.status === 402) return showMessage(form, words.declined);
  if (fields.length > 0) return showErrors(form, fields, "lines-heading");
  showMessage(form, wordsOf(problem));
}

/** The server names the character, which may be one that nobody sees: "U+0007 (BELL)". */
function wrongCharacter(detail) {
  const [name] = /U\+[0-9A-F]+( \(.+?\))?/.exec(detail) ?? [];
  return name && words.character(name);
}

async function showNewPrices(showPricesOfNow) {
  try {
    await showPricesOfNow();
  } catch {
    // The words below still hold: the next attempt asks again.
  }
  if (!basket.isEmpty())
    showErrors(form, [{ field: "totalPrice", text: words.priceChanged }], "lines-heading");
}
