package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small OpenID provider, over real HTTP and with real signatures. It is strict with who asks
 * (secret, PKCE, address of the way back, each code once), and signs in at once, without a page of
 * its own, whomever the test names.
 */
final class TestProvider {

    static final String CLIENT = "district-kpi";
    static final String SECRET = "secret-of-tests";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final String ANSWER = "application/json";

    /** What is wrong with a statement. */
    enum Fault {
        NONE,
        NONCE,
        SIGNATURE,
        NO_SIGNATURE,
        ISSUER,
        AUDIENCE,
        EXPIRED
    }

    private final RSAKey key = newKey();
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile Map<String, Object> person = Map.of();
    private volatile Fault fault = Fault.NONE;

    private TestProvider(HttpServer server) {
        this.server = server;
    }

    static TestProvider start() {
        TestProvider provider = new TestProvider(listen(0));
        provider.serve();
        return provider;
    }

    /** The issuer, without a slash at its end. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says who signs in from now on, and what is wrong with what it says of that one. */
    void isAbout(Map<String, Object> claims, Fault wrong) {
        person = claims;
        fault = wrong;
    }

    /** Does something while nobody listens at the address. */
    <T> T whileDown(Callable<T> step) throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        try {
            return step.call();
        } finally {
            server = listen(port);
            serve();
        }
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::state);
        server.createContext("/keys", this::keys);
        server.start();
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer", address(),
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "jwks_uri", address() + "/keys",
                        "end_session_endpoint", address() + "/leave",
                        "subject_types_supported", new String[] {"public"}));
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> request = parameters(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(request.get("client_id"))
                || !"code".equals(request.get("response_type"))
                || !"S256".equals(request.get("code_challenge_method"))
                || !request.getOrDefault("scope", "").contains("openid")) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        asked.put(code, request);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        request.get("redirect_uri")
                                + "?code="
                                + code
                                + "&state="
                                + URLEncoder.encode(request.getOrDefault("state", ""), UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Changes a code for what is said of who came. */
    private void state(HttpExchange exchange) throws IOException {
        Map<String, String> request =
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> begun = asked.remove(request.getOrDefault("code", ""));
        String expected =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        if (begun == null
                || !expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !Objects.equals(begun.get("redirect_uri"), request.get("redirect_uri"))
                || !Objects.equals(
                        begun.get("code_challenge"),
                        digest(request.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token", UUID.randomUUID().toString(),
                        "token_type", "Bearer",
                        "expires_in", VALID.toSeconds(),
                        "id_token", statement(begun.getOrDefault("nonce", ""))));
    }

    private String statement(String nonce) {
        Instant now = Instant.now();
        Instant issued = fault == Fault.EXPIRED ? now.minus(VALID.multipliedBy(2)) : now;
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(fault == Fault.ISSUER ? "http://example.org" : address())
                        .audience(fault == Fault.AUDIENCE ? "another-program" : CLIENT)
                        .subject("42")
                        .issueTime(Date.from(issued))
                        .expirationTime(Date.from(issued.plus(VALID)))
                        .claim("nonce", fault == Fault.NONCE ? "another" : nonce);
        person.forEach(claims::claim);
        try {
            if (fault == Fault.NO_SIGNATURE) {
                return new PlainJWT(claims.build()).serialize();
            }
            SignedJWT signed =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims.build());
            signed.sign(new RSASSASigner(fault == Fault.SIGNATURE ? newKey() : key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("of-tests").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of an address or of a form. */
    static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : Objects.requireNonNullElse(query, "").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    static Map<String, String> parameters(URI address) {
        return parameters(address.getRawQuery());
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", ANSWER);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
