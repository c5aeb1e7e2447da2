// Sends an order so that it is ordered once: every attempt carries the basket's key until the
// order's fate is known.

import { postJson } from "./api.js";
import { basket } from "./basket.js";

const MAX_ATTEMPTS = 4;
const MAX_WAIT_SECONDS = 180;

/**
 * Answers createOrder's answer. While the server is overloaded it waits as told, and calls `tell`
 * with the seconds that are left and all of them; with none when it tries again.
 */
export async function placeOrder(order, tell) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await postJson("/createOrder", order, { "Idempotency-Key": basket.idempotencyKey() });
    } catch (problem) {
      // Only a refusal is certain: nothing is under way, and the corrected order is a new one.
      if (problem.refused) basket.forgetIdempotencyKey();
      const patient = attempt < MAX_ATTEMPTS && problem.retryAfterSeconds <= MAX_WAIT_SECONDS;
      if (!problem.busy || !patient) throw problem;
      await wait(Math.max(1, problem.retryAfterSeconds), tell);
    }
  }
}

/** By the clock, because timers of a page in the background are slow. */
async function wait(seconds, tell) {
  const end = Date.now() + seconds * 1000;
  for (let left = seconds; left > 0; left = Math.ceil((end - Date.now()) / 1000)) {
    tell(left, seconds);
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, end - Date.now())));
  }
  tell(0, seconds);
}
