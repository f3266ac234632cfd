package org.aeoreach.library.content;

import java.util.Map;

/** Whether documents that are named are there, with the sections that are named. */
record Links(Map<String, Pair> pairs) {

    void check(Pair pair) {
        TextFile chinese = pair.chinese();
        if (chinese != null) {
            for (Relation relation : Relation.values()) {
                checkList(chinese, relation.field());
            }
        }
        pair.files().forEach(this::checkText);
    }

    private void checkList(TextFile file, String field) {
        FrontMatter.Field list = file.front().fields().get(field);
        if (list == null) {
            return;
        }
        for (String id : list.values()) {
            if (id.equals(file.id())) {
                file.faults().add(list.line(), "content.fault.link-to-itself", field);
            } else if (!id.isEmpty() && !pairs.containsKey(id)) {
                file.faults().add(list.line(), "content.fault.no-document", id);
            }
        }
    }

    private void checkText(TextFile file) {
        for (BodyLink link : file.body().links()) {
            Pair target = pairs.get(link.id());
            if (target == null) {
                file.faults().add(file.line(link.line()), "content.fault.no-document", link.id());
            } else if (!link.anchor().isEmpty() && !target.hasAnchor(link.anchor())) {
                file.faults().add(file.line(link.line()), "content.fault.no-section", link.id(), link.anchor());
            }
        }
    }
}
