package com.acmecorp.web.site;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers with the files of a site. Browsers ask anew each time and mostly hear that they have the
 * newest; only pictures they keep for a day.
 */
public final class Site implements Handler<RoutingContext> {

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Supplier<Future<SiteFiles>> files;
    private final String contentSecurityPolicy;

    private Site(Supplier<Future<SiteFiles>> files, String contentSecurityPolicy) {
        this.files = files;
        this.contentSecurityPolicy = contentSecurityPolicy;
    }

    /** A site that stays as it was when the process started. */
    public static Site of(SiteFiles files, String contentSecurityPolicy) {
        return new Site(() -> Future.succeededFuture(files), contentSecurityPolicy);
    }

    /**
     * A folder that somebody works in: read anew for each request, so that a change shows at once.
     */
    public static Site of(Vertx vertx, Path folder, String contentSecurityPolicy) {
        return new Site(
                () -> vertx.executeBlocking(() -> SiteFiles.inFolder(folder)),
                contentSecurityPolicy);
    }

    @Override
    public void handle(RoutingContext context) {
        files.get().compose(site -> answer(context, site)).onFailure(context::fail);
    }

    private Future<Void> answer(RoutingContext context, SiteFiles site) {
        Optional<SiteFile> file = site.find(context.normalizedPath());
        if (file.isPresent()) {
            return isRead(context.request()) ? send(context, file.get()) : refuseMethod(context);
        }
        Optional<SiteFile> page =
                site.find("/" + NOT_FOUND).filter(found -> wantsPage(context.request()));
        if (page.isPresent()) {
            context.response().setStatusCode(NOT_FOUND);
            return write(context, page.get());
        }
        context.next();
        return Future.succeededFuture();
    }

    private static Future<Void> refuseMethod(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        return Future.failedFuture(
                Problem.of(Kind.METHOD_NOT_ALLOWED, "A page can only be read.").asException());
    }

    private Future<Void> send(RoutingContext context, SiteFile file) {
        if (hasNewest(context.request(), file)) {
            return headers(context.response().setStatusCode(NOT_MODIFIED), file).end();
        }
        return write(context, file);
    }

    private Future<Void> write(RoutingContext context, SiteFile file) {
        HttpServerResponse response = headers(context.response(), file);
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
        Buffer content = file.gzipped()
                .filter(gzipped -> acceptsGzip(context.request()))
                .map(gzipped -> encoded(response, gzipped))
                .orElse(file.content());
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()));
        return context.request().method().equals(HttpMethod.HEAD)
                ? response.end()
                : response.end(content);
    }

    private static Buffer encoded(HttpServerResponse response, Buffer gzipped) {
        response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        return gzipped;
    }

    /** The ETag is weak, because plain and compressed content share it. */
    private HttpServerResponse headers(HttpServerResponse response, SiteFile file) {
        response.headers()
                .set(HttpHeaders.ETAG, "W/\"" + file.etag() + "\"")
                .set(HttpHeaders.VARY, "Accept-Encoding")
                .set(
                        HttpHeaders.CACHE_CONTROL,
                        file.isPicture() ? "public, max-age=86400" : "no-cache")
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Content-Security-Policy", contentSecurityPolicy);
        return response;
    }

    private static boolean isRead(HttpServerRequest request) {
        return READS.contains(request.method());
    }

    private static boolean wantsPage(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    private static boolean hasNewest(HttpServerRequest request, SiteFile file) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.contains(file.etag()) || known.equals("*"));
    }

    private static boolean acceptsGzip(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
