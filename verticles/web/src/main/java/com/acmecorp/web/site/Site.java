package com.acmecorp.web.site;

import com.acmecorp.events.SiteHeaders;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers with the files of a site. Browsers ask anew each time and mostly hear that they have the
 * newest; only pictures they keep. A file is small and always sent whole.
 */
public final class Site implements Handler<RoutingContext> {

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final Supplier<Future<SiteFiles>> files;
    private final SiteHeaders headers;

    private Site(Supplier<Future<SiteFiles>> files, SiteHeaders headers) {
        this.files = files;
        this.headers = headers;
    }

    /** A site that stays as it was when the process started. */
    public static Site of(SiteFiles files, SiteHeaders headers) {
        return new Site(() -> Future.succeededFuture(files), headers);
    }

    /**
     * A folder that somebody works in: read anew for each request, so that a change shows at once.
     */
    public static Site of(Vertx vertx, Path folder, SiteHeaders headers) {
        return new Site(() -> vertx.executeBlocking(() -> SiteFiles.inFolder(folder)), headers);
    }

    @Override
    public void handle(RoutingContext context) {
        files.get().compose(site -> answer(context, site)).onFailure(context::fail);
    }

    private Future<Void> answer(RoutingContext context, SiteFiles site) {
        RequestHead head = new RequestHead(context.request());
        Optional<SiteFile> file = site.find(context.normalizedPath());
        if (file.isPresent()) {
            return head.reads()
                    ? send(context.response(), head, site, file.get())
                    : refuseMethod(context);
        }
        Optional<SiteFile> page = site.find("/" + NOT_FOUND).filter(found -> head.wantsPage());
        if (page.isPresent()) {
            return write(context.response().setStatusCode(NOT_FOUND), head, site, page.get());
        }
        context.next();
        return Future.succeededFuture();
    }

    private static Future<Void> refuseMethod(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        return Future.failedFuture(
                Problem.of(Kind.METHOD_NOT_ALLOWED, "A page can only be read.").asException());
    }

    private Future<Void> send(
            HttpServerResponse response, RequestHead head, SiteFiles site, SiteFile file) {
        return head.has(file.etag())
                ? describe(response.setStatusCode(NOT_MODIFIED), head, site, file)
                        .end()
                : write(response, head, site, file);
    }

    private Future<Void> write(
            HttpServerResponse response, RequestHead head, SiteFiles site, SiteFile file) {
        describe(response, head, site, file)
                .putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
        Buffer content = file.gzipped()
                .filter(gzipped -> head.takesGzip())
                .map(gzipped -> encoded(response, gzipped))
                .orElse(file.content());
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()));
        return head.wantsContent() ? response.end(content) : response.end();
    }

    private static Buffer encoded(HttpServerResponse response, Buffer gzipped) {
        response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        return gzipped;
    }

    private HttpServerResponse describe(
            HttpServerResponse response, RequestHead head, SiteFiles site, SiteFile file) {
        response.headers()
                .set(HttpHeaders.ETAG, file.etag())
                .set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .set(HttpHeaders.ACCEPT_RANGES, "none")
                .addAll(headers.ofFile(file.path()));
        if (file.isDocument()) {
            response.headers().addAll(headers.ofDocument(site.apiOrigins()));
        }
        if (head.cameOverTls()) {
            response.headers().addAll(headers.overTls());
        }
        return response;
    }
}
