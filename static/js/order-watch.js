// Follows an order: by a stream of server-sent events where one arrives, else by asking every two
// seconds.

import { call, postJson, Problem, readJson } from "./api.js";
import { readEvents } from "./event-stream.js";

const POLL_MS = 2_000;
const MAX_PAUSE_MS = 30_000;
/** Longer than several heartbeats: then something on the way holds the stream back. */
const SILENCE_MS = 35_000;
const FINAL = "DELIVERY_BOOKED";

/**
 * Calls `onStatus` with each status, `onTrouble` with each failure that may pass. Ends when the
 * order has reached its end; throws a Problem when the server refuses the link.
 */
export async function watchOrder(link, onStatus, onTrouble) {
  const watch = {
    link,
    onStatus,
    streams: true,
    proven: false,
    last: undefined,
    lastEventId: undefined,
  };
  for (let failures = 0; ;) {
    await pageVisible();
    try {
      await (watch.streams ? follow(watch) : ask(watch));
      failures = 0;
      if (watch.last?.status === FINAL) return;
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.refused) throw problem;
      failures++;
      onTrouble(problem);
    }
    await sleep(Math.min(POLL_MS * 2 ** failures, MAX_PAUSE_MS));
  }
}

async function ask(watch) {
  show(watch, await postJson("/orderStatus", watch.link));
}

async function follow(watch) {
  const silence = new AbortController();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  alive();
  try {
    const headers = { Accept: "text/event-stream" };
    if (watch.lastEventId) headers["Last-Event-ID"] = watch.lastEventId;
    const response = await call("/orderStatus", {
      body: watch.link,
      headers,
      signal: silence.signal,
    });
    const type = response.headers.get("Content-Type") ?? "";
    if (!type.startsWith("text/event-stream")) {
      watch.streams = false;
      return show(watch, await readJson(response));
    }
    for await (const { id, data } of readEvents(response.body, alive)) {
      watch.lastEventId = id ?? watch.lastEventId;
      watch.proven = true;
      show(watch, JSON.parse(data));
    }
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem(0);
    // Nothing came, and never has: something on the way may not let streams through.
    if (problem.status === 0 && !watch.proven) watch.streams = false;
    throw problem;
  } finally {
    clearTimeout(timer);
  }
}

function show(watch, status) {
  watch.last = status;
  watch.onStatus(status);
}

/** A page in the background asks nothing. */
async function pageVisible() {
  while (document.hidden) {
    await new Promise((resolve) =>
      document.addEventListener("visibilitychange", resolve, { once: true }),
    );
  }
}

function sleep(delayMs) {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
