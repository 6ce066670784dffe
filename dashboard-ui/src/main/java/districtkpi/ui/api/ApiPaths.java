package districtkpi.ui.api;

import jakarta.servlet.http.HttpServletRequest;

/** Where the API stands in the application's addresses. */
final class ApiPaths {

    /** Everything of version 1 stands below it. */
    static final String VERSION_1 = "/api/v1";

    /** Everything of the API, as a pattern of handler mappings. */
    static final String EVERYTHING = "/api/**";

    private ApiPaths() {}

    static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/api") || path.startsWith("/api/");
    }
}
