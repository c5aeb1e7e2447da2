package com.acmecorp.platform.bus;

import com.acmecorp.events.EventJson;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

import java.nio.charset.StandardCharsets;

/** An immutable record on the event bus: the same object inside the process, JSON on the way to another node. */
final class LocalCodec<T> implements MessageCodec<T, T> {

    private final Class<T> type;

    LocalCodec(Class<T> type) {
        this.type = type;
    }

    @Override
    public void encodeToWire(Buffer wire, T value) {
        byte[] json = EventJson.write(value).getBytes(StandardCharsets.UTF_8);
        wire.appendInt(json.length).appendBytes(json);
    }

    @Override
    public T decodeFromWire(int position, Buffer wire) {
        int start = position + Integer.BYTES;
        return EventJson.read(wire.getString(start, start + wire.getInt(position)), type);
    }

    @Override
    public T transform(T value) {
        return value;
    }

    @Override
    public String name() {
        return type.getName();
    }

    @Override
    public byte systemCodecID() {
        return -1;
    }
}
