package districtkpi.ui.api;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.refusal.Refused;
import districtkpi.office.work.BusyException;
import districtkpi.ui.security.TemporaryPasswordException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever goes wrong below {@code /api} into a {@link Problem}; leaves the rest alone. */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private static final int MAX_CAUSES = 10;

    private final ProblemWriter writer;
    private final MultipartProperties multipart;

    ProblemResolver(ProblemWriter writer, MultipartProperties multipart) {
        this.writer = writer;
        this.multipart = multipart;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception exception) {
        if (!ApiPaths.isApi(request) || response.isCommitted()) {
            return null;
        }
        if (exception instanceof HttpRequestMethodNotSupportedException wrong) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed(wrong)));
        }
        if (exception instanceof BusyException busy) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(busy.retryAfter().toSeconds()));
        }
        Optional<DatabaseFailure> failure = DatabaseFailure.of(exception);
        Problem problem = failure.map(Problem::of).orElseGet(() -> problem(exception));
        if (failure.isPresent()) {
            // The log tells of it elsewhere, once.
            LOG.debug("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        } else if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        }
        try {
            writer.write(request, response, problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private Problem problem(Exception exception) {
        return switch (exception) {
            case ProblemException refused -> refused.problem();
            case BusyException busy -> Problem.busy(busy.retryAfter().toSeconds());
            case HttpRequestMethodNotSupportedException wrong ->
                    Problem.wrongMethod(wrong.getMethod(), allowed(wrong));
            case HttpMediaTypeNotSupportedException _ -> Problem.notAForm();
            case MultipartException wrong -> problem(wrong);
            case TemporaryPasswordException _ -> Problem.temporaryPassword();
            case AccessDeniedException _ -> Problem.notPermitted();
            case Refused refused when refused.reason() == Refused.Reason.NOT_YOURS ->
                    Problem.notPermitted();
            case ErrorResponse refused ->
                    Optional.ofNullable(HttpStatus.resolve(refused.getStatusCode().value()))
                            .map(Problem::refused)
                            .orElseGet(Problem::ownFault);
            default -> Problem.ownFault();
        };
    }

    /**
     * What is wrong with a form, by the first cause: the exception around it says no more than that
     * some limit was exceeded.
     */
    private Problem problem(MultipartException wrong) {
        return causes(wrong)
                .<Problem>mapMulti((cause, found) -> {
                    switch (cause) {
                        case FileSizeLimitExceededException _ ->
                                found.accept(
                                        Problem.tooLarge(
                                                multipart.getMaxFileSize().toMegabytes() + " MB"));
                        case FileCountLimitExceededException _ ->
                                found.accept(Problem.tooManyParts());
                        // The request as a whole has no limit: it is the header of a part.
                        case SizeLimitExceededException tooLong ->
                                found.accept(
                                        Problem.nameTooLong(
                                                tooLong.getPermittedSize() / 1024 + " kB"));
                        // The disk, while what arrived was put on it.
                        case FileSystemException _ -> found.accept(Problem.ownFault());
                        default -> {
                            // Of another cause the next one may say more.
                        }
                    }
                })
                .findFirst()
                .orElseGet(Problem::brokenForm);
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    private static List<String> allowed(HttpRequestMethodNotSupportedException wrong) {
        return Optional.ofNullable(wrong.getSupportedMethods())
                .map(methods -> List.copyOf(Set.of(methods)))
                .orElse(List.of());
    }
}
