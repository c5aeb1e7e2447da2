package com.acmecorp.planted.stock;

import com.acmecorp.planted.order.LooksIntoStock;

import io.vertx.core.http.HttpServer;
import io.vertx.ext.mail.MailClient;
import io.vertx.sqlclient.Pool;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** A context that speaks SQL, serves HTTP, sends mail, uses the cloud and closes a cycle. */
public record DoesEverythingItself(
        Pool sql,
        HttpServer http,
        MailClient mail,
        SqsAsyncClient cloud,
        @Nullable LooksIntoStock other) {}
