/**
 * Files people give, from the form to the disk and back.
 *
 * <p>A file is streamed to the directory {@code AEO_FILES_DIR} (by default {@code files} in the data directory) and
 * measured on the way; what it is, its first bytes say, not its name. It is kept under its SHA-256, synchronised to the
 * disk before the row in {@code stored_file} commits, and given back only as a download that no browser runs. An
 * upload that breaks off leaves nothing. A program the operator names looks at every file first; what holds malware or
 * could not be looked at is refused (src/adr/0054). Several nodes must be given one directory that all of them see, such as an NFS
 * mount with synchronous writes: a file taken by one is asked for at another.
 *
 * <p>Use: a {@link org.aeoreach.web.upload.FileUse} says what a form takes; {@code try (Received file =
 * uploads.part(parts, "file", USE))} takes it, {@code files.keep(file)} inside the transaction of the command makes it a
 * {@link org.aeoreach.web.upload.StoredFile}; {@code @template.web.form.file(…, most = USE.most())} shows the field, with
 * a progress bar where there is JavaScript. Links lead to {@code /files/<id>}.
 */
@NullMarked
package org.aeoreach.web.upload;

import org.jspecify.annotations.NullMarked;
