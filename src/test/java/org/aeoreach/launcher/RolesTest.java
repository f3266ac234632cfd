package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void everyNodeDerivesTheSamePasswords() {
        assertThat(Roles.derive("admin", "aeo")).isEqualTo(Roles.derive("admin", "aeo"));
        // Computed with openssl dgst -sha256 -hmac admin; a change would lock running nodes out.
        assertThat(DerivedPassword.of("admin", "aeo_app", "aeo"))
                .isEqualTo("_2UzYF-Z_rmMSWm_BHZm-JDzcD_IjjPxhcjG3uB7VaE");
    }

    @Test
    void passwordsDifferByAdministratorRoleAndDatabase() {
        assertThat(new String[] {
                    DerivedPassword.of("admin", "aeo_app", "aeo"),
                    DerivedPassword.of("other", "aeo_app", "aeo"),
                    DerivedPassword.of("admin", "aeo_jobs", "aeo"),
                    DerivedPassword.of("admin", "aeo_app", "aeo2")
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void rolesCarryTheNameOfTheDatabaseWithinTheLimitOfTheServer() {
        assertThat(Roles.derive("admin", "aeo").all())
                .extracting(Login::user)
                .containsExactly("aeo_owner", "aeo_app", "aeo_jobs");
        assertThat(Roles.derive("admin", "d".repeat(63)).all())
                .extracting(Login::user)
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(63))
                .doesNotHaveDuplicates();
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(new Login("aeo_app", "secret")).asString().doesNotContain("secret");
    }
}
