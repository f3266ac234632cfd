package org.aeoreach.organization.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitKind;
import org.aeoreach.organization.UnitView;
import org.aeoreach.organization.Units;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.ProblemAnswer;

/** Takes one row of a file of customs houses into the tree, in a transaction of its own. */
@ApplicationScoped
public class HouseIntake {

    @Inject
    private UnitDirectory directory;

    @Inject
    private Units units;

    @Inject
    private Validator validator;

    @Inject
    private ProblemAnswer problems;

    /**
     * Adds the house below the district of its first two digits.
     *
     * @return false when a unit has this code already; it is left as it is
     * @throws Problem when the row cannot be taken; nothing was changed
     */
    @Transactional
    public boolean add(HouseRow row) {
        row.requireComplete();
        if (!row.code().matches("[0-9]{4}")) {
            throw Problem.invalid("code", "organization.import.code");
        }
        if (directory.byCode(row.code()).isPresent()) {
            return false;
        }
        if (directory.isPortCode(row.code())) {
            throw new Problem(409, "organization.import.port-code");
        }
        Units.NewHouse house = row.house(district(row.code()).id());
        var violations = validator.validate(house);
        if (!violations.isEmpty()) {
            throw problems.of(new ConstraintViolationException(violations));
        }
        units.open(house);
        return true;
    }

    private UnitView district(String code) {
        return directory
                .byCode(code.substring(0, 2) + "00")
                .filter(unit -> unit.kind() == UnitKind.DISTRICT)
                .orElseThrow(() -> new Problem(409, "organization.import.no-district", code.substring(0, 2)));
    }
}
