#!/bin/sh
# Run once by the image, on an empty volume: the services' own user, who owns their database and nothing else.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=password="$SW_POSTGRES_PASSWORD" --set=database="$POSTGRES_DB" <<'SQL'
CREATE ROLE softwhere LOGIN PASSWORD :'password';
ALTER DATABASE :"database" OWNER TO softwhere;
SQL
