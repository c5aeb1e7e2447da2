// Sends an order so that it is ordered once: every attempt carries the basket's key until it is
// known that an order came of it, and an attempt whose fate is unknown is asked for before another.

import { postJson } from "./api.js";
import { keepOrder, orderOfKey } from "./kept-orders.js";
import { usableKey } from "./order-outcome.js";
import { sentOrder } from "./sent-order.js";
import { wait } from "./wait.js";

const MAX_ATTEMPTS = 4;
const MAX_WAIT_SECONDS = 180;

/**
 * Answers createOrder's answer, or undefined when the shopper wants no second order. While the
 * server is overloaded it waits as told, and calls `tell` with the seconds that are left and all of
 * them; with none when it tries again.
 */
export async function placeOrder(order, tell) {
  let key = sentOrder.key();
  if (sentOrder.last()?.unknown || orderOfKey(key)) key = await usableKey({ key, tell });
  try {
    return key && (await send(order, key, tell));
  } catch (problem) {
    if (!keyTaken(problem)) throw problem;
    const another = await usableKey({ key, tell, keyTaken: true });
    return another && send(order, another, tell);
  }
}

async function send(order, key, tell) {
  sentOrder.begin(key, order);
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await postJson("/createOrder", order, { "Idempotency-Key": key });
      answer.kept = keepOrder({ ...answer, key });
      sentOrder.accepted(key);
      return answer;
    } catch (problem) {
      if (problem.refused && !keyTaken(problem)) sentOrder.refused();
      const patient = attempt < MAX_ATTEMPTS && problem.retryAfterSeconds <= MAX_WAIT_SECONDS;
      if (!problem.busy || !patient) throw problem;
      await wait(Math.max(1, problem.retryAfterSeconds), tell);
    }
  }
}

/** An order stands under the key already; older servers say so in words only. */
function keyTaken({ orderExists, detail, status, busy }) {
  return orderExists || /Idempotency-Key/.test(detail) || (status === 409 && !busy);
}
