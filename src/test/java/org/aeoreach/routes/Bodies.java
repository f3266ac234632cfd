package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Rows;

/**
 * Requests that name the hidden enterprise, or what belongs to it, in their body: forms as sent, JSON with single quotes
 * and tildes for quotes within quotes. Behind @ stands what is the caller's own, made for each request, so that none
 * depends on another.
 */
final class Bodies {

    private static final String VISIT = "'day':'2026-03-01','channel':'VISIT','direction':'OUT',";
    private static final String VISIT_FORM = "&day=2026-03-01&channel=VISIT&direction=OUT";
    private static final String ASKED =
            "{'channel':'PHONE','subject':'x','body':'x','name':'x','language':'ZH','priority':2";
    private static final String PERSON =
            "'role':'OTHER','language':'ZH','purpose':'OUTREACH','legalBasis':'STATUTORY_DUTY'}";
    private static final String PERSON_FORM = "&role=OTHER&language=ZH&purpose=OUTREACH&legalBasis=STATUTORY_DUTY";
    private static final String RIGHTS = "'language':'ZH','rights':['ASK']";
    private static final String SEGMENT_FORM =
            "name=x&mode=ALL&g0.mode=ALL&g0.0.criterion=name&g0.0.was=name&g0.0.value={nameZh}";
    private static final String BY_NAME = condition("name", "{nameZh}");

    static final List<String[]> ALL = List.of(new String[][] {
        {"POST /api/v1/coordinations", "{'enterpriseIds':[{enterprise}],'accountId':@me,'part':'MEMBER'}"},
        {"POST /api/v1/coordinations", "{'enterpriseIds':[@mine],'accountId':{owner},'part':'MEMBER'}"},
        {"POST /api/v1/coordinations/tiers", "{'enterpriseIds':[{enterprise}],'tier':'A'}"},
        {"POST /api/v1/handovers", "{'fromAccount':{owner},'toAccount':@me,'reason':'x'}"},
        {"POST /api/v1/touchpoints", "{" + VISIT + "'enterprises':[{enterprise}]}"},
        {"POST /api/v1/touchpoints", "{" + VISIT + "'enterprises':[@mine],'persons':[{contact}]}"},
        {"POST /api/v1/touchpoints", "{" + VISIT + "'enterprises':[@mine],'partners':[{partner}]}"},
        {"POST /api/v1/touchpoints", "{" + VISIT + "'enterprises':[@mine],'officers':[{owner}]}"},
        {"PUT /api/v1/touchpoints/@touchpoint", "{'contact':{" + VISIT + "'enterprises':[{enterprise}]},'reason':'x'}"},
        {
            "POST /api/v1/trainings/@session/registrations",
            "{'enterprise':{enterprise},'attendee':{'name':'x','mail':'x@x.test','language':'ZH'}}"
        },
        {
            "POST /desk/trainings/@session/registrations/new",
            "enterprise={enterprise}&enterpriseText={nameZh}&name=x&mail=x@x.test&language=ZH"
        },
        {
            "POST /api/v1/trainings/@session/questions",
            "{'name':'x','question':'x','language':'ZH','enterprise':{enterprise}}"
        },
        {
            "POST /desk/trainings/@session/questions",
            "name=x&question=x&language=ZH&enterprise={enterprise}&enterpriseText={nameZh}"
        },
        {"POST /api/v1/enquiries", ASKED + ",'enterpriseId':{enterprise}}"},
        {"POST /api/v1/enquiries", ASKED + ",'enterpriseId':@mine,'personId':{contact}}"},
        {"POST /desk/enquiries/new/part", "enterprise={enterprise}&enterpriseText=x"},
        {"POST /desk/enquiries/new/part", "enterpriseText={nameZh}"},
        {
            "POST /desk/enquiries/new",
            AskSamples.parts(
                    "channel",
                    "PHONE",
                    "subject",
                    "x",
                    "body",
                    "x",
                    "name",
                    "x",
                    "language",
                    "ZH",
                    "priority",
                    "2",
                    "enterprise",
                    "{enterprise}",
                    "enterpriseText",
                    "{nameZh}")
        },
        {
            "POST /desk/enquiries/new",
            AskSamples.parts(
                    "channel",
                    "PHONE",
                    "subject",
                    "x",
                    "body",
                    "x",
                    "name",
                    "x",
                    "language",
                    "ZH",
                    "priority",
                    "2",
                    "personId",
                    "{contact}")
        },
        {"POST /desk/enquiries/choice", "id={enquiry}&action=ANSWER"},
        {"POST /desk/enquiries/batches", "deed=TAG&tags=x&chosen={enquiry}-0&shown={enquiry}"},
        {"POST /api/v1/enquiry-batches", "{'deed':'TAG','tags':'x','chosen':['{enquiry}-0']}"},
        {"POST /desk/enquiries/routing/topics", "topic=@topic&officers={owner}"},
        {"POST /desk/enquiries/@enquiry/assignment", "officerId={owner}&version=0"},
        {"PUT /api/v1/enquiries/@enquiry/officer", "{'officerId':{owner}}"},
        {"POST /desk/enquiries/@enquiry/merging", "number={enquiryNumber}&version=0"},
        {"POST /api/v1/enquiries/@enquiry/merging", "{'number':'{enquiryNumber}'}"},
        {"POST /desk/enquiries/@enquiry/links", "number={enquiryNumber}&version=0"},
        {"POST /api/v1/enquiries/@enquiry/links", "{'number':'{enquiryNumber}'}"},
        {
            "POST /portal/ask",
            AskSamples.parts(
                    "subject",
                    "x",
                    "body",
                    "x",
                    "unitId",
                    "{house}",
                    "name",
                    "{person}",
                    "mail",
                    "{personMail}",
                    "language",
                    "ZH",
                    "seen",
                    "true")
        },
        {"POST /api/v1/tasks", "{'title':'x','dueOn':'2099-01-01','ownerId':{owner}}"},
        {"PUT /api/v1/tasks/@task/owner", "{'ownerId':{owner},'reason':'x'}"},
        {"POST /api/v1/enterprises/duplicates", "{'firstId':@mine,'secondId':{enterprise}}"},
        {
            "POST /api/v1/enterprises/mergers",
            "{'keptId':@mine,'mergedId':{enterprise},'fields':['NAME_ZH'],'reason':'x'}"
        },
        {
            "POST /api/v1/enterprises/mergers",
            "{'keptId':{enterprise},'mergedId':@mine,'fields':['NAME_ZH'],'reason':'x'}"
        },
        {"POST /api/v1/enterprises", "{'nameZh':'{nameZh}','nameEn':'{nameEn}','customsCode':'@free','unitId':@unit}"},
        {"POST /api/v1/enterprises", "{'nameZh':'x','customsCode':'@free','unitId':@unit,'despite':[{enterprise}]}"},
        {"PUT /api/v1/enterprises/@mine/name", "{'nameZh':'{nameZh}','validFrom':'2026-03-01'}"},
        {"POST /api/v1/enterprises/@mine/people", "{'nameZh':'{person}','mail':'{personMail}'," + PERSON},
        {"POST /api/v1/partners", "{'kind':'CHAMBER','nameZh':'{partnerName}','economy':'CN'}"},
        {
            "POST /api/v1/substitutions",
            "{'assignmentId':{ownerRole},'substituteId':{owner},'firstDay':'2099-01-01'," + "'lastDay':'2099-01-02'}"
        },
        {"POST /api/v1/segments", "{'name':'x','shared':true,'conditions':'" + BY_NAME + "'}"},
        {"PUT /api/v1/segments/@segment", "{'name':'x','shared':true,'conditions':'" + BY_NAME + "'}"},
        {"POST /api/v1/segments/count", "{'conditions':'" + BY_NAME + "'}"},
        {"POST /api/v1/segments/count", "{'conditions':'" + condition("unit", "{house}") + "'}"},
        {"POST /api/v1/my/users", "{'nameZh':'x','mail':'{userLogin}'," + RIGHTS + "}"},
        {
            "POST /api/v1/my/delegations",
            "{'name':'x','mail':'{personMail}'," + RIGHTS + ",'firstDay':'2099-01-01','lastDay':'2099-01-02'}"
        },
        {"POST /api/v1/my/representations/{delegation}/acceptance", "{}"},
        {"DELETE /api/v1/my/representations/{delegation}", ""},
        {"POST /portal/my/representations/{delegation}", ""},
        {"POST /portal/my/representations/{delegation}/return", "version=0"},
        {"POST /portal/my/users/new", "nameZh=x&mail={userLogin}&language=ZH&rights=ASK"},
        {
            "POST /portal/my/delegations/new",
            "name=x&mail={personMail}&language=ZH&rights=ASK&firstDay=2099-01-01&lastDay=2099-01-02"
        },
        {"POST /desk/coordinations", "enterpriseIds={enterprise}&accountId=@me&part=MEMBER"},
        {"POST /desk/coordinations/choice", "id={enterprise}&action=MEMBER"},
        {"POST /desk/coordinations/choice", "id={enterprise}&action=TIER"},
        {"POST /desk/campaigns/work/choice", "campaign={campaign}&id={enterprise}&action=POSTPONE"},
        {"POST /desk/coordinations/tiers", "enterpriseIds={enterprise}&tier=A"},
        {"POST /desk/enterprises/@mine/coordination", "accountId={owner}&part=MEMBER"},
        {"POST /desk/enterprises/@mine/name", "nameZh={nameZh}&validFrom=2026-03-01&version=0"},
        {"POST /desk/enterprises/@mine/people/new", "nameZh={person}&mail={personMail}" + PERSON_FORM},
        {"POST /desk/enterprises/new", "nameZh={nameZh}&nameEn={nameEn}&customsCode=@free&unitId=@unit"},
        {"POST /desk/handovers", "fromAccount={owner}&toAccount=@me&reason=x"},
        {"POST /desk/touchpoints", "enterprises={enterprise}" + VISIT_FORM},
        {"POST /desk/touchpoints", "enterprises=@mine&persons={contact}" + VISIT_FORM},
        {"POST /desk/touchpoints/@touchpoint/correction", "enterprises={enterprise}&reason=x&version=0" + VISIT_FORM},
        {"POST /desk/tasks/@task/owner", "ownerId={owner}&reason=x&version=0"},
        {"POST /desk/duplicates/new", "firstText=x&secondText={code}&firstChoice=@mine&secondChoice={enterprise}"},
        {"POST /desk/duplicates/new", "firstText={code}&secondText={nameZh}"},
        {"POST /desk/partners/new", "kind=CHAMBER&nameZh={partnerName}&economy=CN"},
        {
            "POST /desk/substitutions",
            "assignmentId={ownerRole}&substituteId={owner}&firstDay=2099-01-01&lastDay=2099-01-02"
        },
        {"POST /desk/segments", SEGMENT_FORM},
        {"POST /desk/segments/draft", SEGMENT_FORM},
        {"POST /desk/segments/@segment", SEGMENT_FORM + "&version=0"},
        {"POST /portal/claim", "customsCode={code}&name=x&mail=claim@mark.test&language=ZH&statement=x"},
        {"POST /forgotten", "loginOrMail={userLogin}"},
    });

    /** Numbers and logins are unique in the whole country: what is answered to who brings one that is taken elsewhere. */
    static final List<String[]> NUMBERS = List.of(new String[][] {
        {"POST /api/v1/enterprises", "{'nameZh':'x','customsCode':'{code}','unitId':@unit}", "其他海关"},
        {"POST /api/v1/enterprises", "{'nameZh':'x','uscc':'{uscc}','unitId':@unit}", "其他海关"},
        {"POST /desk/enterprises/new", "nameZh=x&customsCode={code}&unitId=@unit", "其他海关"},
        {"PUT /api/v1/enterprises/@mine/facts", "{'customsCode':'{code}'}", "其他海关"},
        {"PUT /api/v1/enterprises/@mine/facts", "{'uscc':'{uscc}'}", "其他海关"},
        {"POST /desk/enterprises/@mine/particulars", "customsCode={code}&version=0", "其他海关"},
        {"POST /api/v1/enterprises/registered", "{'code':'{code}'}", "ELSEWHERE"},
        {"POST /api/v1/enterprises/registered", "{'code':'{uscc}'}", "ELSEWHERE"},
        {"POST /desk/enterprises/registered", "code={code}", "其他海关"},
        {"POST /desk/transfer-requests/begun", "code={code}", "reason"},
        // Somebody of a third unit has asked for it already.
        {"POST /desk/transfer-requests/new", "code={code}&unitId=@unit&reason=x", "409"},
        {"POST /api/v1/transfer-requests", "{'code':'{code}','unitId':@unit,'reason':'x'}", "409"},
        {"POST /api/v1/transfer-requests", "{'code':'{uscc}','unitId':@unit,'reason':'x'}", "409"},
        {
            "POST /api/v1/people",
            "{'login':'{userLogin}','nameZh':'x','mail':'x@example.test','language':'ZH','unitId':@unit,"
                    + "'role':'HOUSE_OFFICER','validFrom':'2026-03-01'}",
            "登录名已被使用"
        },
        {
            "POST /desk/people",
            "login={userLogin}&nameZh=x&mail=x@example.test&language=ZH&unitId=@unit&role=HOUSE_OFFICER"
                    + "&validFrom=2026-03-01",
            "登录名已被使用"
        },
    });

    private static final AtomicInteger FREE = new AtomicInteger(640_000);

    private Bodies() {}

    /** All that are tried with a body. */
    static Set<String> routes() {
        return Stream.concat(ALL.stream(), NUMBERS.stream())
                .map(each -> route(each[0]))
                .collect(Collectors.toSet());
    }

    /** The name of its route. */
    static String route(String request) {
        return request.replaceAll("@[a-z]+|\\{[a-zA-Z]+}", "{id}");
    }

    /** Whether the answer may show what the search index finds: what is called like it, or is about the same. */
    static boolean asksTheIndex(String[] request) {
        return request[0].matches(".*/(merging|links)") || request[1].matches("(?s).*(Text|\\{[a-zA-Z]*[nN]ame).*");
    }

    private static String condition(String criterion, String value) {
        return "{~all~:[{~criterion~:~" + criterion + "~,~values~:{~value~:[~" + value + "~]}}]}";
    }

    /** With what is the caller's own, made now. */
    static Answer.Sent sent(String[] request, Actor caller) throws SQLException {
        boolean rest = request[0].contains(" /api/");
        String text = rest ? request[1].replace('\'', '"').replace("~", "\\\"") : request[1];
        String path = request[0].replaceFirst("[A-Z]+ ", "");
        for (String name :
                List.of("mine", "touchpoint", "task", "segment", "me", "unit", "free", "enquiry", "topic", "session")) {
            if (path.contains("@" + name) || text.contains("@" + name)) {
                String own = own(name, caller);
                path = path.replace("@" + name, own);
                text = text.replace("@" + name, own);
            }
        }
        String type = rest ? "application/json" : text.startsWith("--") ? AskSamples.FORM : Answer.Sent.FORM;
        return new Answer.Sent(request[0].replaceFirst(" .*", ""), path, type, text);
    }

    private static String own(String name, Actor caller) throws SQLException {
        Situation own = new Situation(caller, unit(caller));
        return switch (name) {
            case "mine" -> Long.toString(EnterpriseSamples.newEnterprise(own));
            case "touchpoint" -> Long.toString(OutreachSamples.newTouchpoint(own));
            case "task" -> Long.toString(OutreachSamples.newTask(own));
            case "segment" -> Long.toString(PortfolioSamples.newSegment(own, caller.account()));
            case "enquiry" -> Long.toString(SampleEnquiry.at(unit(caller)).id());
            case "topic" ->
                Rows.one("select min(code) as code from library_topic").text("code");
            case "session" -> Long.toString(SessionSamples.session(own, "PUBLISHED"));
            case "me" -> Long.toString(caller.account());
            case "unit" -> Long.toString(own.unitId());
            default -> freeCode(unit(caller));
        };
    }

    /** A customs code of the house that no enterprise has. */
    static String freeCode(String house) {
        return house + "%06d".formatted(FREE.incrementAndGet());
    }

    /** Code of the unit he acts in; the far house for those outside. */
    static String unit(Actor caller) {
        String path = caller.role() == null || !caller.role().isOfficer() ? "0000.2200.2210." : caller.path();
        return path.substring(path.length() - 5, path.length() - 1);
    }
}
