package districtkpi.ui.browser;

import java.util.List;
import java.util.stream.Collectors;

/** Results files of round 2565-1 with which a district reaches 100 points. */
final class BestResults {

    private static final List<String> FIGURES =
            List.of(
                    "T1,spending,100,100",
                    "T2,activities_achieved,100,100",
                    "T3,officer_assigned,yes,",
                    "T3,self_assessed,yes,",
                    "T3,plan_approved,yes,",
                    "T3,plan_communicated,yes,",
                    "T3,evidence_received,4/3/2565,",
                    "P1,households_developed,100,100",
                    "P2,centre_database,yes,",
                    "P2,support_plan,yes,",
                    "P2,target_area,yes,",
                    "P2,centre_established,yes,",
                    "P2,new_centres,1,",
                    "P2,existing_centres_driven,yes,",
                    "P3,activities_recorded,100,100",
                    "P3,villages_reported,100,100",
                    "P4,debtor_register,yes,",
                    "P4,debt_plan,yes,",
                    "P4,overdue_debt,90,100",
                    "P5,target_database,yes,",
                    "P5,action_plan,yes,",
                    "P5,households_trained,100,100",
                    "P6,online_sales,115,100",
                    "P7,working_group,yes,",
                    "P7,data_recorded,yes,",
                    "P7,literacy_meeting,yes,",
                    "P7,channels,2,",
                    "P7,report_presented,yes,",
                    "P8,otop_sales,110,100");

    private BestResults() {}

    static String of(String district) {
        return FIGURES.stream()
                .map(figure -> "2565-1," + district + "," + figure + ",2022-03-31")
                .collect(
                        Collectors.joining(
                                "\n", "round,district,indicator,measure,value,of,as_of\n", "\n"));
    }
}
