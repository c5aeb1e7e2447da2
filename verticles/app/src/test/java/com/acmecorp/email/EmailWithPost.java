package com.acmecorp.email;

import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.Platform;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The email context as it is, but for the mail server, which is a test's. */
public final class EmailWithPost implements Deployable {

    /** Compiled once for all tests: that takes longer than a whole simulation. */
    private static final MailTemplates TEMPLATES = new MailTemplates();

    private static final Logger LOG = LoggerFactory.getLogger(EmailWithPost.class);
    private static final long REMIND_EVERY_MS = 3_000;

    private final EmailConfig config;
    private final Platform platform;
    private final BiFunction<String, String, Future<Void>> post;
    private final Supplier<List<OrderId>> waiting;

    /**
     * The context with that post.
     *
     * @param post takes a mail's Message-ID and the address that it goes to
     * @param waiting orders whose customers are to be reminded now, if they haven't been
     */
    public EmailWithPost(
            EmailConfig config,
            Platform platform,
            BiFunction<String, String, Future<Void>> post,
            Supplier<List<OrderId>> waiting) {
        this.config = config;
        this.platform = platform;
        this.post = post;
        this.waiting = waiting;
    }

    @Override
    public Future<?> deploy(Context context) {
        Markets markets = Markets.acme();
        MailWriter writer = new MailWriter(
                markets, TEMPLATES, new CustomerLinks(config.shopUrl(), platform.links()));
        SendMail sendMail = new SendMail(
                writer,
                new MailStore(
                        platform.database(),
                        platform.clock(),
                        Duration.ofMillis(config.smtp().sendTimeoutMs())),
                mail -> post.apply(mail.messageId(), mail.to().address()),
                config.from().domain());
        context.owner().setPeriodic(REMIND_EVERY_MS, time -> remind(sendMail));
        LatestContact latest = new LatestContact(platform.database(), platform.clock());
        return new EmailVerticle(config, platform)
                .listen(new TellCustomer(markets, latest, sendMail));
    }

    /** What couldn't be sent is tried the next time. */
    private void remind(SendMail sendMail) {
        Market market = Markets.acme().orFirst("");
        Reader reader = Reader.of(market, null, null, null);
        for (OrderId order : waiting.get()) {
            Addressee to = new Addressee(order, "Sam", "sam@example.com", market, reader, false, 0);
            sendMail.send(new CustomerMail.DeliveryReminder(to, 1))
                    .onFailure(later -> LOG.debug("not reminded: {}", later.getMessage()));
        }
    }
}
