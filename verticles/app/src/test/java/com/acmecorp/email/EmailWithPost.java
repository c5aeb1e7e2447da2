package com.acmecorp.email;

import com.acmecorp.events.Markets;
import com.acmecorp.platform.Platform;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.function.BiFunction;

/** The email context as it is, but for the mail server, which is a test's. */
public final class EmailWithPost implements Deployable {

    /** Compiled once for all tests: that takes longer than a whole simulation. */
    private static final LetterTemplates TEMPLATES = new LetterTemplates();

    private final EmailConfig config;
    private final Platform platform;
    private final BiFunction<String, String, Future<Void>> post;

    /**
     * The context with that post.
     *
     * @param post takes a mail's Message-ID and the address that it goes to
     */
    public EmailWithPost(
            EmailConfig config, Platform platform, BiFunction<String, String, Future<Void>> post) {
        this.config = config;
        this.platform = platform;
        this.post = post;
    }

    @Override
    public Future<?> deploy(Context context) {
        Markets markets = Markets.acme();
        LetterWriter writer = new LetterWriter(
                markets, TEMPLATES, new CustomerLinks(config.shopUrl(), platform.links()));
        SendLetter sendLetter = new SendLetter(
                writer,
                new KeptLetters(
                        platform.database(),
                        platform.clock(),
                        Duration.ofMillis(config.smtp().sendTimeoutMs())),
                mail -> post.apply(mail.messageId(), mail.to().address()),
                config.from().domain());
        LatestContact latest = new LatestContact(platform.database(), platform.clock());
        return new EmailVerticle(config, platform)
                .listen(new TellCustomer(markets, latest, sendLetter));
    }
}
