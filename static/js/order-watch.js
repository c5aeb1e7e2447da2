// Follows an order: by a stream of server-sent events where one arrives, else by asking now and
// then. Whatever breaks is tried again, ever more slowly.

import { call, postJson, Problem, readJson } from "./api.js";
import { readEvents } from "./event-stream.js";

const POLL_MS = 2_000;
const MAX_PAUSE_MS = 30_000;
/** Three heartbeats of the server: who is silent for longer is gone, or held back on the way. */
const SILENCE_MS = 45_000;
/** Streams in a row that may bring nothing, once one did bring something. */
const MAX_FRUITLESS_STREAMS = 3;
/** So many answers later a stream is tried again. */
const POLLS_BETWEEN_STREAMS = 30;

/**
 * Calls `onStatus` with each status, `onTrouble` with each failure that may pass. Ends when the
 * order has reached its end; throws a Problem when the server refuses the link.
 */
export async function watchOrder(link, onStatus, onTrouble) {
  const watch = { link, onStatus, fruitless: MAX_FRUITLESS_STREAMS - 1, polls: 0 };
  for (let failures = 0; ;) {
    await pageVisible();
    try {
      await (streams(watch) ? follow(watch) : ask(watch));
      failures = 0;
      if (isOver(watch)) return;
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.refused) throw problem;
      failures++;
      onTrouble(problem);
    }
    const delayMs = isCancelled(watch) ? MAX_PAUSE_MS : POLL_MS * 2 ** failures;
    await pause(Math.min(delayMs, MAX_PAUSE_MS));
  }
}

/** A cancelled order waits for its refund only, which may take days. */
function isOver(watch) {
  const { status, refund } = watch.last ?? {};
  return status === "DELIVERY_BOOKED" || (isCancelled(watch) && refund?.state !== "DUE");
}

const isCancelled = ({ last }) => last?.status === "CANCELLED";

/** Something on the way may let no stream through; later ones may fail a few times. */
function streams(watch) {
  if (isCancelled(watch)) return false;
  return watch.fruitless < MAX_FRUITLESS_STREAMS || watch.polls >= POLLS_BETWEEN_STREAMS;
}

async function ask(watch) {
  const status = await postJson("/orderStatus", watch.link);
  watch.polls++;
  await show(watch, status);
}

async function follow(watch) {
  const silence = new AbortController();
  let timer;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  const alive = () => {
    watch.fruitless = 0;
    listen();
  };
  listen();
  watch.fruitless++;
  watch.polls = 0;
  try {
    const response = await openStream(watch, silence.signal);
    const type = response.headers.get("Content-Type") ?? "";
    if (!type.startsWith("text/event-stream")) return await show(watch, await readJson(response));
    for await (const { id, data } of readEvents(response.body, alive)) {
      watch.lastEventId = id ?? watch.lastEventId;
      await show(watch, JSON.parse(data));
    }
  } catch (error) {
    // The server answered, so nothing on the way is to blame.
    if (error instanceof Problem && error.status > 0) watch.fruitless--;
    throw error instanceof Problem ? error : new Problem(0);
  } finally {
    clearTimeout(timer);
  }
}

/** The last event's id tells the server what this page knows already. */
function openStream(watch, signal) {
  const headers = { Accept: "text/event-stream" };
  if (watch.lastEventId) headers["Last-Event-ID"] = watch.lastEventId;
  return call("/orderStatus", { body: watch.link, headers, signal });
}

async function show(watch, status) {
  watch.last = status;
  await watch.onStatus(status);
}

/** A page in the background asks nothing. */
async function pageVisible() {
  while (document.hidden) {
    await new Promise((resolve) =>
      document.addEventListener("visibilitychange", resolve, { once: true }),
    );
  }
}

/** Ends early when the network comes back. */
function pause(delayMs) {
  return new Promise((resolve) => {
    const timer = setTimeout(end, delayMs);
    addEventListener("online", end);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    }
  });
}
