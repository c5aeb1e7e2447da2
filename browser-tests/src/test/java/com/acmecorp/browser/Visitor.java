package com.acmecorp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Somebody with a browser, who looks at one page of the shop at a time. */
final class Visitor {

    private static final int BAD_REQUEST = 400;

    /** Chromium's line for a bad answer, which is counted as such already. */
    private static final String BAD_ANSWER = "Failed to load resource";

    /** A request that nobody waits for any more, because the page went away or hung up. */
    private static final String ABORTED = "net::ERR_ABORTED";

    /** A script that was announced to a browser that runs none. */
    private static final String NO_SCRIPTS = "csp";

    private final BrowserContext context;
    private final String shop;
    private Words words;
    private final boolean scripts;
    private final String email = "ann." + UUID.randomUUID() + "@example.com";
    private final Set<String> complaints = new TreeSet<>();
    private final Set<String> foreseen = new TreeSet<>();
    private Page page;

    Visitor(BrowserContext context, String shop, Market market, boolean scripts) {
        this.context = context;
        this.shop = shop;
        this.words = market.words();
        this.scripts = scripts;
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("exception: " + error.error()));
        context.onRequest(this::see);
        context.onRequestFailed(this::miss);
        context.onResponse(this::read);
        page = context.newPage();
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(BAD_ANSWER)) {
            complaints.add("console: " + message.text());
        }
    }

    private void see(Request request) {
        if (!request.url().startsWith(shop + "/") && !request.url().startsWith("data:")) {
            complaints.add("to another host: " + request.url());
        }
    }

    private void miss(Request request) {
        String failure = request.failure();
        if (!failure.equals(ABORTED) && (scripts || !failure.equals(NO_SCRIPTS))) {
            complaints.add(failure + " " + path(request.url()));
        }
    }

    private void read(Response response) {
        if (response.status() >= BAD_REQUEST) {
            complaints.add(response.status() + " " + path(response.url()));
        }
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    /** The test brings this about, such as "402 /createOrder" or "net::ERR_FAILED /products". */
    Visitor foresee(String... complaints) {
        foreseen.addAll(List.of(complaints));
        return this;
    }

    void hadNoTrouble() {
        assertThat(complaints).as("what the pages complained of").isEqualTo(foreseen);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    ShopPage shop() {
        page.navigate("/");
        return new ShopPage(this);
    }

    CartPage cart() {
        page.navigate("/cart");
        return new CartPage(this);
    }

    /** One of each of these plants, straight from the shop. */
    CartPage cartWith(String... plants) {
        ShopPage shop = shop();
        Stream.of(plants).forEach(shop::add);
        return shop.toCart();
    }

    OrderPage order(String fragment) {
        page.navigate("/success" + fragment);
        return new OrderPage(this);
    }

    DeliveryPage delivery(String fragment) {
        page.navigate("/delivery" + fragment);
        return new DeliveryPage(this);
    }

    FindPage find() {
        page.navigate("/find");
        return new FindPage(this);
    }

    /** Opens the link of a mail in another tab, and looks at that one from now on. */
    DeliveryPage followToDelivery(String link) {
        openTab().navigate(link);
        return new DeliveryPage(this);
    }

    /** Looks at another tab from now on, which is empty. */
    Page openTab() {
        page = context.newPage();
        return page;
    }

    /** Looks at another of the tabs, the first of which is 0. */
    void turnTo(int tab) {
        page = context.pages().get(tab);
        page.bringToFront();
    }

    Page page() {
        return page;
    }

    BrowserContext browser() {
        return context;
    }

    Words words() {
        return words;
    }

    /** The page and all others from now on are in that language. */
    void speak(String language) {
        page.getByLabel("Language · Idioma").selectOption(language);
        words = Words.in(language);
    }

    String email() {
        return email;
    }

    /** The one element in that role whose name is these words. */
    Locator find(AriaRole role, String key, Object... inserted) {
        return page.getByRole(
                role, new GetByRoleOptions().setName(words.of(key, inserted)).setExact(true));
    }

    Locator button(String key, Object... inserted) {
        return find(AriaRole.BUTTON, key, inserted);
    }

    Locator field(String key, Object... inserted) {
        return page.getByLabel(
                words.of(key, inserted), new Page.GetByLabelOptions().setExact(true));
    }

    Locator sentence(String key, Object... inserted) {
        return page.getByText(words.of(key, inserted));
    }

    FilterOptions hasText(String text) {
        return new FilterOptions().setHasText(text);
    }

    /** What has these words in it. */
    FilterOptions has(String key) {
        return hasText(words.of(key));
    }

    /** A screen reader says so. */
    void announces(String text) {
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new FilterOptions().setHasText(text)))
                .not()
                .hasCount(0);
    }

    /** From now on, calls of that address get that answer. */
    void answer(String address, FulfillOptions answer) {
        page.route(address, route -> route.fulfill(answer));
    }

    /** From now on, the catalogue lacks that plant. */
    void withoutInCatalogue(String sku) {
        page.route("**/products", route -> {
            APIResponse today = route.fetch();
            JsonObject catalogue = new JsonObject(today.text());
            JsonArray products = catalogue.getJsonArray("products");
            for (int i = products.size() - 1; i >= 0; i--) {
                if (products.getJsonObject(i).getString("sku").equals(sku)) {
                    products.remove(i);
                }
            }
            route.fulfill(new FulfillOptions().setResponse(today).setBody(catalogue.encode()));
        });
    }

    /** From now on, calls of that address wait. */
    Held hold(String address) {
        return new Held(page, address);
    }

    /** The idempotency keys of the calls of that address from now on, which go their way. */
    List<String> keysOf(String address) {
        List<String> keys = new ArrayList<>();
        page.route(address, route -> {
            keys.add(route.request().headers().getOrDefault("idempotency-key", ""));
            route.resume();
        });
        return keys;
    }

    /** Nothing in this state of the page keeps anybody out, in any light and on any screen. */
    void looksGood(String state) {
        Axe.inspect(page, state);
    }

    void isNoWiderThanItsScreen() {
        page.setViewportSize(360, 800);
        assertThat(Axe.isTooWide(page)).as("the page must be scrolled sideways").isFalse();
    }

    void takePictures(Path folder, String name) {
        List<Page> pages = new ArrayList<>(context.pages());
        for (int i = 0; i < pages.size(); i++) {
            try {
                pages.get(i)
                        .screenshot(new ScreenshotOptions()
                                .setPath(folder.resolve(name + "-" + (i + 1) + ".png"))
                                .setFullPage(true));
            } catch (PlaywrightException e) {
                complaints.add("no picture could be taken: " + e.getMessage());
            }
        }
    }

    void leave() {
        context.close();
    }
}
