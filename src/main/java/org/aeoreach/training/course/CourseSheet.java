package org.aeoreach.training.course;

import java.util.List;
import java.util.Map;
import org.aeoreach.web.form.Form;

/**
 * What the page of a course shows.
 *
 * @param titles of its documents by their codes, in the reader's language; one that is not in the library has none
 * @param writable whether the viewer may change it
 * @param material the form with which a file is added
 */
public record CourseSheet(
        TrainingCourseView course,
        Map<String, String> titles,
        List<MaterialView> materials,
        List<CheckQuestionView> questions,
        boolean writable,
        Form material) {}
