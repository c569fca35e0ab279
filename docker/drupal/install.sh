#!/bin/sh
# Installs the site, or brings an installed one up to its code: core's own updates, then the entity model.
# Run it before the containers serve a new version; for a new core no container may serve meanwhile.
set -eu
export SW_DRUPAL_ROOT=/app/drupal/web
marker=/var/lib/softwhere/installed
if [ -e "$marker" ]; then
  exec php -d memory_limit=1G /app/scripts/drupal/update-site.php
fi
php -d memory_limit=1G -d opcache.enable_cli=0 /app/scripts/drupal/install-site.php
date -u +%FT%TZ > "$marker"
