package districtkpi.ui;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.vaadin.flow.router.Route;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.backup.Backup;
import districtkpi.office.access.Permit;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.Collator;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules of the house that the compiler cannot hold; CONTRIBUTING.md says why. */
@AnalyzeClasses(
        packages = "districtkpi",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ArchitectureTest.DoNotIncludeTestJars.class
        })
class ArchitectureTest {

    /** Leaves out the tests that modules lend to those above. */
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String GENERATED = "districtkpi.db.jooq..";

    private static final String[] BELOW_SCREENS = {
        "districtkpi.ui.chart..",
        "districtkpi.ui.parts..",
        "districtkpi.ui.security..",
        "districtkpi.ui.shell..",
        "districtkpi.ui.state..",
        "districtkpi.ui.text.."
    };

    @ArchTest
    static final ArchRule domainAndScoringKnowNoFramework =
            noClasses()
                    .that()
                    .resideInAnyPackage("districtkpi.domain..", "districtkpi.scoring..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.jooq..",
                            "com.vaadin..",
                            "tools.jackson..",
                            "java.sql..",
                            "javax.sql..");

    @ArchTest
    static final ArchRule jooqStaysInTheDatabaseModule =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("districtkpi.db..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.jooq..", GENERATED);

    @ArchTest
    static final ArchRule onlyTheUserInterfaceKnowsVaadin =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("districtkpi.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.vaadin..");

    /** What may be done can be tried, and offered to programs, without a page. */
    @ArchTest
    static final ArchRule theOfficeKnowsNoPages =
            noClasses()
                    .that()
                    .resideInAPackage("districtkpi.office..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "districtkpi.ui..",
                            "jakarta.servlet..",
                            "org.springframework.http..",
                            "org.springframework.web..",
                            "org.springframework.security.web..");

    /** What goes out is the same however it is asked for, and can be tried without a server. */
    @ArchTest
    static final ArchRule whatGoesOutKnowsNoProtocol =
            noClasses()
                    .that()
                    .resideInAPackage("districtkpi.export..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "districtkpi.ui..",
                            "jakarta.servlet..",
                            "org.springframework.http..",
                            "org.springframework.security..",
                            "org.springframework.web..");

    /** Acts come first, and what a page shows it shows by itself. */
    @ArchTest
    static final ArchRule onlyTheApiKnowsWhatGoesOut =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("districtkpi.export..", "districtkpi.ui.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("districtkpi.export..");

    @ArchTest
    static final ArchRule pagesAndApiDoNotKnowEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("districtkpi.ui.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.vaadin..", "districtkpi.ui.parts..", "districtkpi.ui.shell..");

    @ArchTest
    static final ArchRule noPageKnowsTheApi =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("districtkpi.ui.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("districtkpi.ui.api..");

    /** Screens stand on the frame and on shared parts, these on what a page's address holds. */
    @ArchTest
    static final ArchRule thePartsOfScreensKnowNoScreen =
            noClasses()
                    .that()
                    .resideInAnyPackage(BELOW_SCREENS)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("districtkpi.ui..")
                                    .and(not(resideInAnyPackage(BELOW_SCREENS))));

    @ArchTest
    static final ArchRule partsKnowNoFrame =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "districtkpi.ui.parts..",
                            "districtkpi.ui.chart..",
                            "districtkpi.ui.state..",
                            "districtkpi.ui.security..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("districtkpi.ui.shell..");

    @ArchTest
    static final ArchRule whatAnAddressHoldsKnowsNoParts =
            noClasses()
                    .that()
                    .resideInAnyPackage("districtkpi.ui.state..", "districtkpi.ui.security..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("districtkpi.ui.parts..");

    /** A file is hostile until read: its bounds stand in one place. */
    @ArchTest
    static final ArchRule yamlIsReadAndWrittenInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("districtkpi.importer.yaml..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.yaml.snakeyaml..");

    /** What is written is written by an act that asks who may, and tells the audit. */
    @ArchTest
    static void onlyTheOfficeAndTheImporterWrite(JavaClasses all) {
        assertThat(
                        all.stream()
                                .filter(
                                        not(
                                                resideInAnyPackage(
                                                        "districtkpi.db..",
                                                        "districtkpi.importer..",
                                                        "districtkpi.office..")))
                                .filter(type ->
                                        Stream.concat(
                                                        type.getMethodCallsFromSelf().stream(),
                                                        type.getMethodReferencesFromSelf().stream())
                                                .anyMatch(ArchitectureTest::writes)))
                .isEmpty();
    }

    /**
     * Pages, calls and the first start take files in by the office, which asks who may and compares
     * with what was shown.
     */
    @ArchTest
    static final ArchRule onlyTheOfficeTakesFilesIn =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("districtkpi.importer..", "districtkpi.office..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "districtkpi\\.importer\\..*\\.(\\w+ImportService|UndoService)");

    /** Whoever takes everything away is asked, or has the server, and the audit is told. */
    @ArchTest
    static void onlyTheOfficeBacksUp(JavaClasses all) {
        assertThat(
                        all.stream()
                                .filter(
                                        not(
                                                resideInAnyPackage(
                                                        "districtkpi.db..",
                                                        "districtkpi.office..")))
                                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                                .filter(call ->
                                        call.getTargetOwner().isEquivalentTo(Backup.class)
                                                && call.getName().equals("write")))
                .isEmpty();
    }

    /**
     * Beside these: {@code Accounts.rehash} is a part of signing in, {@code
     * AdministratorRecovery.letIn} is done by whoever has the server, {@code AutomaticReminders} by
     * the clock.
     */
    private static final Set<String> ASKING_NOBODY =
            Set.of("Accounts.rehash", "AdministratorRecovery.letIn", "AutomaticReminders.remind");

    /** Who forgets it on a page or in a call is refused all the same. */
    @ArchTest
    static void everyActOfTheOfficeAsksWhoMay(JavaClasses all) {
        assertThat(
                        all.stream()
                                .filter(resideInAPackage("districtkpi.office.."))
                                .flatMap(type -> type.getMethods().stream())
                                .filter(method ->
                                        method.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(method ->
                                        leadsTo(method, ArchitectureTest::writes)
                                                && !leadsTo(
                                                        method,
                                                        access ->
                                                                access.getTargetOwner()
                                                                        .isEquivalentTo(
                                                                                Permit.class)))
                                .map(method ->
                                        method.getOwner().getSimpleName() + "." + method.getName()))
                .containsExactlyInAnyOrderElementsOf(ASKING_NOBODY);
    }

    /** Whether a method, or one of the office that it calls, does something. */
    private static boolean leadsTo(JavaMethod from, Predicate<JavaCodeUnitAccess<?>> what) {
        Set<JavaCodeUnit> known = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.removeFirst();
            if (known.add(unit)) {
                List<JavaCodeUnitAccess<?>> accesses =
                        Stream.<JavaCodeUnitAccess<?>>concat(
                                        unit.getCallsFromSelf().stream(),
                                        unit.getMethodReferencesFromSelf().stream())
                                .toList();
                if (accesses.stream().anyMatch(what)) {
                    return true;
                }
                accesses.stream()
                        .filter(access ->
                                access.getTargetOwner()
                                        .getPackageName()
                                        .startsWith("districtkpi.office"))
                        .flatMap(access -> access.getTarget().resolveMember().stream())
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .forEach(open::add);
            }
        }
        return false;
    }

    /** Whoever acts writes the audit: nothing is written into it behind an act's back. */
    @ArchTest
    static final ArchRule repositoriesTellTheAuditNothing =
            noClasses()
                    .that()
                    .resideInAPackage("districtkpi.db..")
                    .and()
                    .resideOutsideOfPackage("districtkpi.db.audit..")
                    .should()
                    .callMethodWhere(
                            target(owner(assignableTo(AuditTrail.class)))
                                    .and(target(nameMatching("record(Of)?"))));

    /** Repositories write inside of their caller's transaction, and begin none but to read. */
    @ArchTest
    static final ArchRule repositoriesBeginNoTransactionToWrite =
            classes()
                    .that()
                    .resideInAPackage("districtkpi.db..")
                    .and()
                    .resideOutsideOfPackage("districtkpi.db.transaction..")
                    .and()
                    .resideOutsideOfPackage(GENERATED)
                    .should(
                            new ArchCondition<>("begin no transaction to write") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    type.getMethods().stream()
                                            .filter(method ->
                                                    method.isAnnotatedWith(Transactional.class))
                                            .filter(method ->
                                                    !isMandatory(method)
                                                            && !method.getAnnotationOfType(
                                                                            Transactional.class)
                                                                    .readOnly())
                                            .forEach(method ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    type,
                                                                    method.getDescription())));
                                    if (type.isAnnotatedWith(Transactional.class)) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type, type.getDescription()));
                                    }
                                    type.getDirectDependenciesFromSelf().stream()
                                            .filter(dependency ->
                                                    dependency
                                                            .getTargetClass()
                                                            .isAssignableTo(
                                                                    TransactionTemplate.class))
                                            .forEach(dependency ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    type,
                                                                    dependency.getDescription())));
                                }
                            });

    @ArchTest
    static final ArchRule viewsAreReachedThroughNavigationOnly =
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .that(not(resideInAnyPackage(GENERATED)))
                    .should(
                            new ArchCondition<>("be in a package marked @NullMarked") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type,
                                                        type.getPackageName()
                                                                + " has no @NullMarked"));
                                    }
                                }
                            });

    @ArchTest
    static final ArchRule theClockIsHandedIn =
            classes()
                    .should(
                            new ArchCondition<>("ask a clock that was handed in for the time") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    type.getMethodCallsFromSelf().stream()
                                            .filter(ArchitectureTest::readsTheSystemClock)
                                            .forEach(call -> events.add(violated(type, call)));
                                    type.getConstructorCallsFromSelf().stream()
                                            .filter(call ->
                                                    call.getTargetOwner()
                                                            .isEquivalentTo(Date.class))
                                            .filter(call ->
                                                    call.getTarget()
                                                            .getRawParameterTypes()
                                                            .isEmpty())
                                            .forEach(call -> events.add(violated(type, call)));
                                }
                            });

    /** Statistics, which only describe, are the exception: deviation, regression, similarity. */
    @ArchTest
    static final ArchRule scoresUseNoFloatingPoint =
            classes()
                    .that()
                    .resideInAnyPackage("districtkpi.domain..", "districtkpi.scoring..")
                    .and(
                            not(
                                    nameMatching(
                                            "districtkpi\\.scoring\\."
                                                    + "(Ranking|course\\.(Forecast|Line|Outcomes)|comparison\\.(Examples|Similarity))"
                                                    + "(\\$.*)?")))
                    .should(
                            new ArchCondition<>("be free of double and float") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    type.getFields().stream()
                                            .filter(field -> isInexact(field.getRawType()))
                                            .forEach(field ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    type, field.getDescription())));
                                    type.getCodeUnits().stream()
                                            .filter(unit -> isInexact(types(unit)))
                                            .forEach(unit ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    type, unit.getDescription())));
                                    type.getCodeUnitCallsFromSelf().stream()
                                            .filter(call ->
                                                    isInexact(
                                                            Stream.concat(
                                                                    call
                                                                            .getTarget()
                                                                            .getRawParameterTypes()
                                                                            .stream(),
                                                                    Stream.of(
                                                                            call.getTarget()
                                                                                    .getRawReturnType()))))
                                            .forEach(call -> events.add(violated(type, call)));
                                }
                            });

    /** Beside what Error Prone refuses (.mvn/errorprone.config), which lets these pass. */
    @ArchTest
    static final ArchRule nothingAsksForTheDefaultLocaleZoneOrCharset =
            classes()
                    .that(not(resideInAnyPackage(GENERATED)))
                    .should(
                            new ArchCondition<>("name locale, zone and charset") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    type.getMethodCallsFromSelf().stream()
                                            .filter(ArchitectureTest::leansOnADefault)
                                            .forEach(call -> events.add(violated(type, call)));
                                }
                            });

    /** Every package is a slice of its own; what jOOQ generates is in a circle by nature. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return resideInAnyPackage(GENERATED).test(type)
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    /** Whether it is a method of the database that has to be inside of a transaction. */
    private static boolean writes(JavaCodeUnitAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.getPackageName().startsWith("districtkpi.db.")
                && Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getName().equals(access.getName()))
                        .filter(method ->
                                method.getRawParameterTypes()
                                        .equals(access.getTarget().getRawParameterTypes()))
                        .anyMatch(ArchitectureTest::isMandatory);
    }

    private static boolean isMandatory(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class)
                && method.getAnnotationOfType(Transactional.class).propagation()
                        == Propagation.MANDATORY;
    }

    private static ConditionEvent violated(JavaClass type, JavaAccess<?> access) {
        return SimpleConditionEvent.violated(type, access.getDescription());
    }

    private static boolean readsTheSystemClock(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        String method = call.getName();
        if (owner.isEquivalentTo(System.class)) {
            return method.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return Set.of("systemUTC", "systemDefaultZone").contains(method);
        }
        return owner.isAssignableTo(Temporal.class)
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }

    private static boolean leansOnADefault(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean writes =
                owner.isAssignableTo(PrintStream.class)
                        && Set.of("printf", "format").contains(call.getName());
        boolean sorts =
                owner.isEquivalentTo(Collator.class) && call.getName().equals("getInstance");
        boolean words =
                owner.isEquivalentTo(ResourceBundle.class) && call.getName().equals("getBundle");
        if (writes || sorts || words) {
            return call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(parameter -> parameter.isEquivalentTo(Locale.class));
        }
        return (owner.isEquivalentTo(ZoneId.class) && call.getName().equals("systemDefault"))
                || (owner.isEquivalentTo(TimeZone.class) && call.getName().equals("getDefault"))
                || (owner.isEquivalentTo(Locale.class) && call.getName().equals("getDefault"))
                || (owner.isEquivalentTo(Charset.class) && call.getName().equals("defaultCharset"));
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
    }

    private static boolean isInexact(Stream<JavaClass> types) {
        return types.anyMatch(ArchitectureTest::isInexact);
    }

    private static boolean isInexact(JavaClass type) {
        return Stream.of(double.class, float.class, Double.class, Float.class)
                .anyMatch(type.getBaseComponentType()::isEquivalentTo);
    }
}
