package org.aeoreach.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.SequenceGenerator;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Path;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.web.Access;

@AnalyzeClasses(packages = "org.aeoreach", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String TEMPLATES = "org.aeoreach.templates..";
    private static final String LAUNCHER = "org.aeoreach.launcher..";

    @ArchTest
    static final ArchRule roomsUseOnlyLowerOnes = classes()
            .that(resideInAPackage("org.aeoreach.."))
            .should(Rooms.useOnlyWhatTheTableAllows())
            .because("a feature that can be changed without reading those above it stays changeable");

    @ArchTest
    static final ArchRule roomsHaveNoCycles = slices().matching("org.aeoreach.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("org.aeoreach.."), resideInAPackage(TEMPLATES))
            .ignoreDependency(resideInAPackage(TEMPLATES), resideInAPackage("org.aeoreach.."))
            .because("packages that need each other are one package");

    @ArchTest
    static final ArchRule entitiesStayInTheirRoom = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because(
                    "other rooms get ids and records; an entity that leaves its package is loaded and changed anywhere");

    @ArchTest
    static final ArchRule numbersAreTakenByTheirTransaction = fields().that()
            .areAnnotatedWith(SequenceGenerator.class)
            .should(Conditions.takeOneNumberAtATime())
            .because("a database that crashes gives the numbers of an unfinished transaction again,"
                    + " and a node that kept some for later would use them twice");

    @ArchTest
    static final ArchRule queriesRunInTransactions = classes()
            .that()
            .doNotHaveSimpleName("ScopeInterceptor")
            .should(Conditions.queryOnlyInTransactions())
            .because("outside a transaction nobody has told the database who is looking");

    @ArchTest
    static final ArchRule transactionsHaveAScope = classes()
            .should(Conditions.useTransactionTypesThatSetTheScope())
            .because("a transaction of a type no scope interceptor is bound to begins without a viewer");

    @ArchTest
    static final ArchRule queriesAreNotFormatted = noClasses()
            .that(Conditions.USE_ENTITY_MANAGER)
            .should()
            .callMethodWhere(Conditions.formatsText())
            .because("values belong into parameters; a formatted query is one that can be injected into");

    @ArchTest
    static final ArchRule systemDatabaseHasFewUsers = classes()
            .that(not(resideInAnyPackage(
                    "org.aeoreach.platform..",
                    "org.aeoreach.job..",
                    "org.aeoreach.mail..",
                    "org.aeoreach.audit..",
                    // Reads what all units let be found; an answer is read again in the scope of who asks.
                    "org.aeoreach.search..",
                    TEMPLATES)))
            // Names of all districts, for the nightly look for enterprises that are there twice.
            .and()
            .doNotHaveFullyQualifiedName("org.aeoreach.enterprise.duplicate.WholeRegistry")
            // Takes in the documents that come with the program at its start, for nobody.
            .and()
            .haveNameNotMatching("org\\.aeoreach\\.library\\.take\\.ContentStore.*")
            // Adds to counts that name nobody, and reads what editors decided, which is published.
            .and()
            .haveNameNotMatching("org\\.aeoreach\\.library\\.searching\\.(log\\.SearchLog|steering\\.Steerings).*")
            // Adds up the sums of campaigns and holds them against a full count; tells units and figures, no names.
            .and()
            .haveNameNotMatching("org\\.aeoreach\\.campaign\\.counting\\.(FoldSums|RecountCampaigns|Recount)(\\$.*)?")
            // Starts the jobs of mailings that are due; each runs in the scope of who may send it.
            .and()
            .doNotHaveFullyQualifiedName("org.aeoreach.campaign.mailing.StartMailings")
            // Looks up every night how far members of campaigns have come; tells numbers, no names.
            .and()
            .doNotHaveFullyQualifiedName("org.aeoreach.campaign.course.FollowCourses")
            // Reckons running clocks anew when working time changes, finds answers that rest on what has changed, and
            // has those noted that have gone out.
            .and()
            .haveNameNotMatching("org\\.aeoreach\\.enquiry\\."
                    + "(ask\\.PurgeIntakes|clock\\.ReckonAgain|recheck\\.FindRechecks|ledger\\.QueueAnswers)(\\$.*)?")
            .should()
            .onlyDependOnClassesThat(
                    not(com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(SystemDatabase.class)))
            .because("it sees every unit: only the listed system jobs may use it, never a request");

    @ArchTest
    static final ArchRule resourcesAreScoped = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(ApplicationScoped.class)
            .andShould(Conditions.carryOnlyAnnotationsOfResources())
            .because("what a route does by itself stands in @Access, where the table of routes sees it");

    @ArchTest
    static final ArchRule routesDeclareAccess = methods()
            .that(Conditions.areRoutes())
            .should()
            .beAnnotatedWith(Access.class)
            .because("who may call it is declared, or nobody may");

    @ArchTest
    static final ArchRule jakartaOnly = noClasses()
            .should()
            .dependOnClassesThat(Conditions.OLD_JAVAX)
            .because("the server speaks Jakarta EE 10; a javax class would be a second, dead one");

    @ArchTest
    static final ArchRule jsonIsMadeByOneProvider = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.json.Json")
            .because("it looks for its provider in every archive each time: see JsonText");

    @ArchTest
    static final ArchRule logsInsteadOfPrinting = noClasses()
            .that(not(resideInAPackage(LAUNCHER)))
            .should(ACCESS_STANDARD_STREAMS)
            .because("a log record has time, level and request id");

    @ArchTest
    static final ArchRule namesSayWhat = noClasses()
            .that(not(resideInAPackage(TEMPLATES)))
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
            .because("a class is named by what it is in the domain");

    @ArchTest
    static final ArchRule timeIsModern =
            noFields().should(Conditions.haveOldTimeType()).because("java.util.Date is neither a day nor an instant");

    @ArchTest
    static final ArchRule timersDoNotPersist = methods()
            .should(Conditions.notBePersistentTimers())
            .because("persistent timers live in Hazelcast, which is off, and fail the deployment");

    @ArchTest
    static final ArchRule noServerSessions = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpSession.class)
            .because("any node serves any request: sessions are rows");

    @ArchTest
    static final ArchRule noProcessesFromRequests = noClasses()
            .that(not(resideInAPackage(LAUNCHER)))
            // Starts the one program that reads a file nobody trusts, so that it is not read here.
            .and()
            .doNotHaveFullyQualifiedName("org.aeoreach.library.attachment.WordsOf")
            // Starts the operator's program that looks for malware; of the request it gets the path of a temporary
            // file.
            .and()
            .doNotHaveFullyQualifiedName("org.aeoreach.web.upload.ScanCommand")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .because("nothing a request brings may start a program");

    @ArchTest
    static final ArchRule injectedFieldsAreNotPublic = fields().that()
            .areAnnotatedWith(jakarta.inject.Inject.class)
            .should()
            .bePrivate()
            .because("what a class needs is its own affair");
}
