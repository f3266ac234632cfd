package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {

    private static final Set<String> UNITS = ReferenceCode.all().stream()
            .filter(ReferenceCode::isUnit)
            .map(ReferenceCode::code)
            .collect(Collectors.toSet());

    @Test
    void everyRoleIsHeldAndEverybodyHoldsOne() {
        assertThat(DemoPeople.ROLES)
                .extracting(DemoPeople.Role::role)
                .contains(
                        "GACC_OFFICER",
                        "DISTRICT_OFFICER",
                        "HOUSE_OFFICER",
                        "COORDINATOR",
                        "UNIT_ADMINISTRATOR",
                        "SYSTEM_ADMINISTRATOR",
                        "ENTERPRISE_USER",
                        "AUDITOR");
        assertThat(logins()).doesNotHaveDuplicates();
        assertThat(DemoPeople.ROLES.stream().map(DemoPeople.Role::login).distinct())
                .containsExactlyInAnyOrderElementsOf(logins());
    }

    @Test
    void everyUnitExists() {
        assertThat(UNITS)
                .containsAll(DemoPeople.ENTERPRISES.stream()
                        .map(DemoPeople.Enterprise::unit)
                        .toList())
                .containsAll(
                        DemoPeople.PEOPLE.stream().map(DemoPeople.Person::unit).toList())
                .containsAll(
                        DemoPeople.ROLES.stream().map(DemoPeople.Role::unit).toList());
    }

    @Test
    void enterpriseUsersStandWithTheHouseOfTheirEnterprise() {
        assertThat(DemoPeople.PEOPLE).filteredOn(p -> p.enterprise() != null).allSatisfy(p -> assertThat(
                        DemoPeople.ENTERPRISES)
                .anyMatch(e -> e.zh().equals(p.enterprise()) && e.unit().equals(p.unit())));
    }

    @Test
    void everyEnterpriseUserHasRightsInHisEnterprise() {
        assertThat(DemoPeople.MEMBERS.stream().map(DemoPeople.Member::login))
                .containsExactlyInAnyOrderElementsOf(DemoPeople.PEOPLE.stream()
                        .filter(p -> p.enterprise() != null)
                        .map(DemoPeople.Person::login)
                        .toList());
    }

    @Test
    void customsCodesBeginWithTheHouseAndAreOnesCustomsNeverGives() {
        assertThat(DemoPeople.ENTERPRISES)
                .allMatch(e -> e.code().matches(e.unit() + "9999[0-9]{2}"))
                .extracting(DemoPeople.Enterprise::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void absentPeopleHoldTheRoleAnotherTakes() {
        assertThat(DemoPeople.STAND_INS).isNotEmpty().allSatisfy(s -> {
            assertThat(DemoPeople.ROLES).contains(new DemoPeople.Role(s.absent(), s.role(), s.unit()));
            assertThat(logins()).contains(s.substitute());
        });
    }

    @Test
    void namesAreMarkedAsDemonstration() {
        assertThat(DemoPeople.PEOPLE).allMatch(p -> p.zh().contains("演示") && p.en().contains("demo"));
        assertThat(DemoPeople.ENTERPRISES).allMatch(e -> e.zh().startsWith("演示") && e.en().startsWith("Demonstration"));
    }

    private static List<String> logins() {
        return DemoPeople.PEOPLE.stream().map(DemoPeople.Person::login).toList();
    }
}
