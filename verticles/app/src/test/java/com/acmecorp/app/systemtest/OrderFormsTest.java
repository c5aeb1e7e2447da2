package com.acmecorp.app.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.systemtest.Catalogue.Product;
import com.acmecorp.app.systemtest.Catalogue.Segment;
import com.acmecorp.platform.text.TextForm;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class OrderFormsTest {

    private static final long SEED = 20_261_123;
    private static final JsonObject SCHEMAS = schemas();

    private final Catalogue catalogue = Catalogue.of(FakeShop.PRODUCTS);

    @Test
    void asksTheShopWhatItSells() {
        assertThat(catalogue.products())
                .containsExactly(new Product("LB001", 15000), new Product("BB002", 12500));
        assertThat(catalogue.segments())
                .map(Segment::toString)
                .containsExactly("B2B/US", "B2C/US", "B2C/MX");
        assertThat(catalogue.named("mix")).hasSize(3);
        assertThat(catalogue.named("B2C/MX"))
                .singleElement()
                .matches(segment -> segment.locale().getLanguage().equals("es"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name", "Email", "Phone", "Street", "City"})
    void fillsInWhatTheShopAccepts(String kind) {
        TextForm form = published(kind);
        assertThat(forms(3_000))
                .map(filled -> filled.toJsonObject().getString(kind.toLowerCase(Locale.ROOT)))
                .allSatisfy(text -> assertThat(form.fault(text)).isEmpty());
    }

    @Test
    void asksTheRightPriceAndGivesANumberWhereOneIsNeeded() {
        assertThat(forms(300)).map(Buffer::toJsonObject).allSatisfy(form -> {
            assertThat(form.getLong("testId")).isEqualTo(77);
            assertThat(form.getLong("totalPrice")).isEqualTo(price(form));
            assertThat(form.containsKey("orgNumber"))
                    .isEqualTo(form.getString("customerType").equals("B2B"));
        });
    }

    @Test
    void letsTheSegmentsTakeTurns() {
        Map<String, Long> segments = forms(9).stream()
                .map(Buffer::toJsonObject)
                .collect(Collectors.groupingBy(
                        form -> form.getString("customerType") + form.getString("market"),
                        Collectors.counting()));
        assertThat(segments).isEqualTo(Map.of("B2BUS", 3L, "B2CUS", 3L, "B2CMX", 3L));
    }

    @Test
    void fillsInTheSameForTheSameSeed() {
        assertThat(forms(20)).isEqualTo(forms(20));
    }

    private List<Buffer> forms(int count) {
        return new OrderForms(catalogue, SEED).fill(count, catalogue.segments(), 77);
    }

    /** The form that the public OpenAPI document asks of that kind of text. */
    private static TextForm published(String kind) {
        return TextForm.valueOf(
                SCHEMAS.getJsonObject(kind).getString("x-text").toUpperCase(Locale.ROOT));
    }

    private static JsonObject schemas() {
        try (InputStream document =
                OrderFormsTest.class.getResourceAsStream("/openapi/public.yaml")) {
            Map<String, Object> openApi =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
            return new JsonObject(openApi).getJsonObject("components").getJsonObject("schemas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long price(JsonObject form) {
        return Stream.of(form.getString("products").split(","))
                .mapToLong(sku -> sku.equals("LB001") ? 15000 : 12500)
                .sum();
    }
}
