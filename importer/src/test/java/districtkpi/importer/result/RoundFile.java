package districtkpi.importer.result;

import districtkpi.domain.place.District;
import districtkpi.importer.ImportFile;
import districtkpi.importer.table.TestDistricts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A results file with the 28 measures of the nine districts that are no dates: 252 rows. */
final class RoundFile {

    private static final List<String> SHARES =
            List.of(
                    "T1,spending",
                    "T2,activities_achieved",
                    "P1,households_developed",
                    "P3,activities_recorded",
                    "P3,villages_reported",
                    "P5,households_trained");
    private static final List<String> AMOUNTS =
            List.of("P4,overdue_debt", "P6,online_sales", "P8,otop_sales");
    private static final List<String> COUNTS = List.of("P2,new_centres", "P7,channels");
    private static final List<String> STEPS =
            List.of(
                    "T3,officer_assigned",
                    "T3,self_assessed",
                    "T3,plan_approved",
                    "T3,plan_communicated",
                    "P2,centre_database",
                    "P2,support_plan",
                    "P2,target_area",
                    "P2,centre_established",
                    "P2,existing_centres_driven",
                    "P4,debtor_register",
                    "P4,debt_plan",
                    "P5,target_database",
                    "P5,action_plan",
                    "P7,working_group",
                    "P7,data_recorded",
                    "P7,literacy_meeting",
                    "P7,report_presented");

    private RoundFile() {}

    static ImportFile of(String round, String asOf, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        lines.add("round,district,indicator,measure,value,of,as_of");
        for (District district : TestDistricts.NONG_KHAI) {
            String start = round + "," + district.code() + ",";
            for (String share : SHARES) {
                lines.add(start + share + "," + (60 + random.nextInt(41)) + ",100," + asOf);
            }
            for (String amount : AMOUNTS) {
                lines.add(start + amount + "," + (85 + random.nextInt(40)) + ",100," + asOf);
            }
            for (String count : COUNTS) {
                lines.add(start + count + "," + random.nextInt(4) + ",," + asOf);
            }
            for (String step : STEPS) {
                lines.add(
                        start + step + "," + (random.nextInt(8) > 0 ? "yes" : "no") + ",," + asOf);
            }
        }
        return file("results-" + seed + ".csv", lines);
    }

    static ImportFile file(String name, List<String> lines) {
        return new ImportFile(
                name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
