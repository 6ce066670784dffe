package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.export.table.RoundTable;
import districtkpi.export.table.RoundTables;
import districtkpi.ui.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The addresses of the tables: of one round, and of many where the table can be asked for so. Each
 * is an address of its own, so that one without a table is unknown whatever is done with it.
 */
@Component
class TableAddresses {

    private static final List<Download.Form> FORMS = List.of(Download.Form.CSV, Download.Form.JSON);

    TableAddresses(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            RoundTables tables,
            RequestedRound requested)
            throws NoSuchMethodException {
        // The agreement as JSON is a document, no table, and has the address.
        Set<String> known =
                mapping.getHandlerMethods().keySet().stream()
                        .flatMap(info -> info.getPatternValues().stream())
                        .collect(Collectors.toSet());
        Method ofOne =
                OfOneRound.class.getDeclaredMethod(
                        "answer",
                        String.class,
                        HttpServletRequest.class,
                        HttpServletResponse.class);
        Method ofMany =
                OfManyRounds.class.getDeclaredMethod(
                        "answer", HttpServletRequest.class, HttpServletResponse.class);
        for (Download.Form form : FORMS) {
            for (RoundTable<?> table : tables.all()) {
                String address = "/rounds/{round}/" + table.name() + "." + form.ending();
                if (!known.contains(ApiPaths.VERSION_1 + address)) {
                    register(mapping, address, new OfOneRound(requested, table, form), ofOne);
                }
            }
            for (RoundTable<?> table : tables.ofMany()) {
                String address = "/" + RoundTables.nameOfMany(table) + "." + form.ending();
                register(mapping, address, new OfManyRounds(requested, table, form), ofMany);
            }
        }
    }

    private static void register(
            RequestMappingHandlerMapping mapping, String address, Object handler, Method method) {
        mapping.registerMapping(
                RequestMappingInfo.paths(ApiPaths.VERSION_1 + address)
                        .methods(RequestMethod.GET)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                handler,
                method);
    }

    @Requires(Permission.READ)
    record OfOneRound(RequestedRound requested, RoundTable<?> table, Download.Form form) {

        void answer(
                @PathVariable String round,
                HttpServletRequest request,
                HttpServletResponse response) {
            requested.answer(request, response, round, table, form);
        }
    }

    @Requires(Permission.READ)
    record OfManyRounds(RequestedRound requested, RoundTable<?> table, Download.Form form) {

        void answer(HttpServletRequest request, HttpServletResponse response) {
            requested.answer(request, response, table, form);
        }
    }
}
