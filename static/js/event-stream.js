// Reads server-sent events from a fetch response. EventSource can't be used: it only does GET, and
// the token belongs in the body.

/**
 * Yields {id, data} of each event. `onChunk` is called for every sign of life, heartbeats included.
 */
export async function* readEvents(body, onChunk) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      onChunk();
      text += value;
      // An event ends with an empty line; the last piece is incomplete.
      const blocks = text.replace(/\r\n?/g, "\n").split("\n\n");
      text = blocks.pop();
      yield* blocks.map(parse).filter((event) => event.data !== "");
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(block) {
  const event = { id: undefined, data: "" };
  for (const line of block.split("\n")) {
    // A line that begins with a colon is a comment: its field name is empty.
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === "data") event.data += event.data ? `\n${value}` : value;
    if (field === "id") event.id = value;
  }
  return event;
}
