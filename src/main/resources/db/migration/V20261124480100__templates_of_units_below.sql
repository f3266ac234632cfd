-- Who is above a unit mends its templates, as he does everything else of it.
alter policy enquiry_template_write on enquiry_template using (
    org_path >= nullif(current_setting('app.write_lo', true), '') and org_path < current_setting('app.write_hi', true));
