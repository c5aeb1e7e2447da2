package com.acmecorp.email;

import com.acmecorp.events.Markets;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;

import java.time.Duration;

/** The way of a mail with fakes at its ends: the database and the mail server. */
final class MailBench {

    final FakeDatabase database = new FakeDatabase();
    final ScriptedMailer mailer = new ScriptedMailer();
    final TestClock clock = new TestClock();
    final TellCustomer tell;
    final TellCustomerByHand byHand;
    final SendMail sendMail;

    /** Its database knows that order, and wants its mails sent. */
    MailBench(SampleOrder order) {
        MailWriter writer = new MailWriter(
                Markets.acme(),
                new MailTemplates(),
                new CustomerLinks("http://shop.example", new LinkTokens("a secret of the tests")));
        MailStore kept = new MailStore(database, clock, Duration.ofSeconds(10));
        sendMail = new SendMail(writer, kept, mailer, "acme.example");
        tell = new TellCustomer(Markets.acme(), new LatestContact(database, clock), sendMail);
        byHand = new TellCustomerByHand(Markets.acme(), database, sendMail);
        keepAnswers("TO_SEND");
        database.on("markEmailSent", mail -> "SENT")
                .on("getOrder", asked -> order.row())
                .on("getPayment", asked -> null);
    }

    void keepAnswers(String state) {
        database.on("keepEmail", mail -> state);
    }
}
