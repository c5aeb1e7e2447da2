// What became of an order whose answer was lost: the server is asked, and where there is an order
// already, the shopper is.

import { pageFor, postJson, Problem } from "./api.js";
import { ask } from "./dialog.js";
import { byId, setText } from "./dom.js";
import { keepOrder, orderOfKey } from "./kept-orders.js";
import { furtherTexts } from "./language.js";
import { sentOrder } from "./sent-order.js";
import { wait } from "./wait.js";

const MAX_WAIT_MS = 180_000;
const MAX_PAUSE_SECONDS = 15;
/** The server knows a key for a day at least; what it then doesn't know, it may have forgotten. */
const KEY_KEPT_MS = 23 * 3_600_000;

const texts = await furtherTexts("texts-checkout");

/**
 * The key under which the basket may be sent: its own as long as nothing has come of it, another if
 * the shopper wants a second order, else undefined. `keyTaken` says that the server has an order,
 * even if it doesn't find it; `atLoad` that nothing is to be sent yet.
 */
export async function usableKey({ key, tell, keyTaken = false, atLoad = false }) {
  setText(byId("sending"), texts.asking);
  const order = orderOfKey(key) ?? (await findOrder(key));
  tell(0, 0);
  if (order) return keyOfAnother(order, key);
  const forgotten = Date.now() - (sentOrder.last()?.at ?? 0) > KEY_KEPT_MS;
  return atLoad || (!keyTaken && !forgotten) ? key : keyInDoubt();
}

/** The order, if there is one. What is under way is waited for. */
async function findOrder(key) {
  const end = Date.now() + MAX_WAIT_MS;
  for (let pause = 1; ; pause = Math.min(pause * 2, MAX_PAUSE_SECONDS)) {
    const outcomes = await outcomesOf(key);
    const order = outcomes.find(({ outcome }) => outcome === "ACCEPTED");
    if (order || outcomes.every(({ outcome }) => outcome === "NONE")) return order;
    if (Date.now() > end) throw new Problem(503);
    await wait(pause, () => {});
  }
}

/** By each address that was sent under the key, because the order is told to its own only. */
function outcomesOf(key) {
  const emails = sentOrder.last()?.emails ?? [];
  return Promise.all(emails.map((email) => outcomeOf(key, email)));
}

async function outcomeOf(key, email) {
  try {
    return await postJson("/orderOutcome", { email }, { "Idempotency-Key": key });
  } catch (problem) {
    if (problem.busy) return { outcome: "IN_PROGRESS" };
    // The server is an older one, or refuses the address: it has no such order.
    if (problem.refused) return { outcome: "NONE" };
    throw problem;
  }
}

async function keyOfAnother(order, key) {
  keepOrder({ ...order, key });
  const choice = await ask(texts.placed(order.orderId), texts.placedText, [
    ["show", texts.show],
    ["another", texts.another],
  ]);
  if (choice === "another") return sentOrder.startAnew();
  if (choice === "show") {
    sentOrder.accepted(key);
    location.replace(pageFor("success.html", order.trackingUrl));
  }
  return undefined;
}

async function keyInDoubt() {
  const choice = await ask(texts.doubt, texts.doubtText, [
    ["no", texts.doubtNo],
    ["yes", texts.doubtYes],
  ]);
  return choice === "yes" ? sentOrder.startAnew() : undefined;
}
