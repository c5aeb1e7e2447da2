// Sends an order so that it is ordered once: every attempt carries the basket's key until its fate
// is known.

import { postJson } from "./api.js";
import { basket } from "./basket.js";
import { texts } from "./texts.js";

const MAX_ATTEMPTS = 4;
const MAX_WAIT_SECONDS = 60;

/**
 * Answers createOrder's answer. While the server is overloaded it waits as told and says so through
 * `say`.
 */
export async function placeOrder(order, say) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await postJson("/createOrder", order, { "Idempotency-Key": basket.idempotencyKey() });
    } catch (problem) {
      // After a refusal nothing is under way, so the corrected order is a new one. After silence or
      // a server's error the order may exist: the key stays, and the server recognises the next
      // attempt.
      if (problem.refused) basket.forgetIdempotencyKey();
      if (!problem.busy || attempt === MAX_ATTEMPTS) throw problem;
      await wait(problem.retryAfterSeconds, say);
    }
  }
}

async function wait(retryAfterSeconds, say) {
  const seconds = Math.max(1, Math.min(retryAfterSeconds, MAX_WAIT_SECONDS));
  say(texts.busyRetry(seconds));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  say(texts.sending);
}
