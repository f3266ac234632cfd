package org.aeoreach.routes;

/**
 * Requests that name the hidden enterprise, or what belongs to it, in their body: forms as sent, JSON with single quotes
 * and tildes for quotes within quotes. {mine} is an enterprise of the caller, {me} his account.
 */
final class Bodies {

    static final String[][] ALL = {
        {"/api/v1/coordinations", "{'enterpriseIds':[{enterprise}],'accountId':{me},'part':'MEMBER'}"},
        {"/api/v1/coordinations", "{'enterpriseIds':[{mine}],'accountId':{owner},'part':'MEMBER'}"},
        {"/api/v1/coordinations/tiers", "{'enterpriseIds':[{enterprise}],'tier':'A'}"},
        {"/api/v1/handovers", "{'fromAccount':{owner},'toAccount':{me},'reason':'x'}"},
        {"/api/v1/touchpoints", "{'day':'2026-03-01','channel':'VISIT','direction':'OUT','enterprises':[{enterprise}]}"
        },
        {
            "/api/v1/touchpoints",
            "{'day':'2026-03-01','channel':'VISIT','direction':'OUT','enterprises':[{mine}],'persons':[{contact}]}"
        },
        {
            "/api/v1/touchpoints",
            "{'day':'2026-03-01','channel':'VISIT','direction':'OUT','enterprises':[{mine}],'partners':[{partner}]}"
        },
        {
            "/api/v1/touchpoints",
            "{'day':'2026-03-01','channel':'VISIT','direction':'OUT','enterprises':[{mine}],'officers':[{owner}]}"
        },
        {"/api/v1/tasks", "{'title':'x','dueOn':'2099-01-01','ownerId':{owner}}"},
        {"/api/v1/enterprises/duplicates", "{'firstId':{mine},'secondId':{enterprise}}"},
        {"/api/v1/enterprises/mergers", "{'keptId':{mine},'mergedId':{enterprise},'fields':['NAME_ZH'],'reason':'x'}"},
        {"/api/v1/enterprises/mergers", "{'keptId':{enterprise},'mergedId':{mine},'fields':['NAME_ZH'],'reason':'x'}"},
        {"/api/v1/segments/count", "{'conditions':'" + condition("name", "{nameZh}") + "'}"},
        {"/api/v1/segments/count", "{'conditions':'" + condition("unit", "{unit}") + "'}"},
        {"/desk/coordinations", "enterpriseIds={enterprise}&accountId={me}&part=MEMBER"},
        {"/desk/coordinations/choice", "id={enterprise}&action=MEMBER"},
        {"/desk/coordinations/choice", "id={enterprise}&action=TIER"},
        {"/desk/coordinations/tiers", "enterpriseIds={enterprise}&tier=A"},
        {"/desk/handovers", "fromAccount={owner}&toAccount={me}&reason=x"},
        {"/desk/touchpoints", "enterprises={enterprise}&day=2026-03-01&channel=VISIT&direction=OUT"},
        {"/desk/touchpoints", "enterprises={mine}&persons={contact}&day=2026-03-01&channel=VISIT&direction=OUT"},
        {"/desk/duplicates/new", "firstText=x&secondText={code}&firstChoice={mine}&secondChoice={enterprise}"},
        {"/desk/duplicates/new", "firstText={code}&secondText={nameZh}"},
        {"/desk/segments/draft", "name=x&mode=ALL&g0.mode=ALL&g0.0.criterion=name&g0.0.was=name&g0.0.value={nameZh}"},
        {"/portal/claim", "customsCode={code}&name=x&mail=claim@mark.test&language=ZH&statement=x"},
        {"/forgotten", "login=leakmark.user@mark.test"},
    };

    private static String condition(String criterion, String value) {
        return "{~criterion~:~" + criterion + "~,~values~:{~value~:[~" + value + "~]}}";
    }

    private Bodies() {}

    static String json(String body) {
        return body.replace('\'', '"').replace("~", "\\\"");
    }
}
