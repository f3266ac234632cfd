-- A letter may bring an entry for its reader's calendar.
alter table mail add calendar text check (calendar like 'BEGIN:VCALENDAR%' and length(calendar) <= 20000);
comment on column mail.calendar is 'an iCalendar text with a method that goes with it, or null';
