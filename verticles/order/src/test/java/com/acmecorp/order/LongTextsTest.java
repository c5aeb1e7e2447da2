package com.acmecorp.order;

import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.testing.LongTexts;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

class LongTextsTest {

    @Test
    void judgesLongKeysQuickly() {
        LongTexts.areJudgedQuickly(text ->
                IdempotencyClaim.key(new Request(new JsonObject(), TraceParent.fresh(), text)));
    }

    @Test
    void judgesLongOrdersQuickly() {
        LongTexts.areJudgedQuickly(Basket::parse);
        LongTexts.areJudgedQuickly(
                text -> OrderRequest.of(OrderForm.individual().put("name", text)));
        LongTexts.areJudgedQuickly(
                text -> OrderRequest.of(OrderForm.business().put("orgNumber", text)));
    }
}
