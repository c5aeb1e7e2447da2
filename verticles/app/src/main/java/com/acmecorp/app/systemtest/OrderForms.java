package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.Catalogue.Product;
import com.acmecorp.app.systemtest.Catalogue.Segment;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import net.datafaker.Faker;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fills in order forms the way customers would, each by the language of its market; the same seed fills in the same. */
final class OrderForms {

    private static final int MOST_PRODUCTS = 4;
    private static final int FEWEST_ORG_DIGITS = 6;
    private static final int MOST_ORG_DIGITS = 20;

    private final Catalogue catalogue;
    private final Random random;
    private final Map<Segment, Faker> fakers = new HashMap<>();

    OrderForms(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.random = new Random(seed);
    }

    /** That many requests of one test, the segments taking turns. */
    List<Buffer> fill(int count, List<Segment> segments, long testId) {
        return IntStream.range(0, count)
                .mapToObj(n -> form(segments.get(n % segments.size()), testId).toBuffer())
                .toList();
    }

    private JsonObject form(Segment segment, long testId) {
        Faker faker = fakers.computeIfAbsent(segment, known -> new Faker(known.locale(), random));
        List<Product> basket = Stream.generate(this::anyProduct)
                .limit(random.nextInt(1, MOST_PRODUCTS + 1))
                .toList();
        JsonObject form = new JsonObject()
                .put("name", faker.name().fullName())
                .put("email", faker.internet().safeEmailAddress())
                .put("phone", faker.phoneNumber().phoneNumber())
                .put("street", street(faker))
                .put("city", faker.address().city())
                .put("customerType", segment.customerType())
                .put("market", segment.market())
                .put(
                        "products",
                        String.join(",", basket.stream().map(Product::sku).toList()))
                .put("totalPrice", basket.stream().mapToLong(Product::usdCents).sum())
                .put("testId", testId);
        return segment.customerType().equals("B2B")
                ? form.put("orgNumber", orgNumber(faker))
                : form;
    }

    private Product anyProduct() {
        return catalogue.products().get(random.nextInt(catalogue.products().size()));
    }

    private BigInteger orgNumber(Faker faker) {
        int digits = random.nextInt(FEWEST_ORG_DIGITS, MOST_ORG_DIGITS + 1);
        return new BigInteger("1" + faker.number().digits(digits - 1));
    }

    /** Some of the faker's Mexican addresses have a question mark where a letter was meant. */
    private static String street(Faker faker) {
        return faker.address().streetAddress().replace("?", "");
    }
}
