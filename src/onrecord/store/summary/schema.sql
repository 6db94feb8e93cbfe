create table position (seq integer not null, hash text not null);
insert into position values (0, '');
create table due (run text primary key) without rowid;
create table pending (report text primary key, first integer not null) without rowid;
create table reports (report text primary key, place integer not null, digest text not null, head blob not null);
create table actors (report text not null, name text not null, kind text not null, folded text not null);
create index actors_report on actors (report);
create index actors_folded on actors (folded, report);
create table names (name text not null, kind text not null, folded text not null, many integer not null, primary key (name, kind)) without rowid;
create index names_many on names (many desc, name, kind, folded);
create trigger actor_came after insert on actors begin
  insert into names values (new.name, new.kind, new.folded, 1) on conflict do update set many = many + 1;
end;
create trigger actor_went after delete on actors begin
  update names set many = many - 1 where name = old.name and kind = old.kind;
  delete from names where name = old.name and kind = old.kind and many = 0;
end;
create table events (report text not null, record text not null, incident text not null, alone text not null, sentence text not null,
  dead text not null, primary key (report, record)) without rowid;
create table members (report text not null, record text not null, incident text not null, primary key (report, record)) without rowid;
create index members_incident on members (incident);
create table incidents (id text not null, linked integer not null, shown integer not null, report text not null, sort text not null,
  first text, last text, lon real, lat real, prec integer not null, words text not null, reports integer not null, body blob not null,
  primary key (id, linked));
create index incidents_report on incidents (report) where linked = 0;
create index incidents_sort on incidents (shown, sort, id);
create index incidents_first on incidents (shown, first, id);
create index incidents_spot on incidents (shown, lon, lat, prec, linked, id);
create index incidents_linked on incidents (shown, linked, id);
create table figures (report text not null, record text not null, place integer not null, at integer not null, began integer not null,
  ended integer not null, incident text not null, measure text not null, start text not null, given text not null, thing text not null,
  scope text not null, later text, names text not null, body blob not null, primary key (report, record));
create table told (report text not null, record text not null, event text not null, primary key (report, record, event)) without rowid;
create index figures_order on figures (start, incident, measure, given, report, began, ended, names);
create index figures_measure on figures (measure, start, incident, given, report, began, ended);
create index figures_incident on figures (incident);
create index figures_thing on figures (thing, scope);
create table findings (id text primary key, gone integer not null, rank integer not null, rule text not null);
create index findings_order on findings (gone, rank, rule, id);
