-- Conversations by when they began and when they ended: what was talked about at a moment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist') THEN
    CREATE EXTENSION btree_gist;
  END IF;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE EXCEPTION 'Samla needs the PostgreSQL extension "btree_gist": %', SQLERRM
    USING HINT = 'Let an administrator run CREATE EXTENSION btree_gist in this database, then migrate again.';
END $$;

CREATE INDEX ticket_lifetime ON "Ticket"
  USING gist ("workspaceId", tstzrange("createdAt", GREATEST("createdAt", "lastMessageAt"), '[]'));

-- Tickets of no department are asked for like those of one.
DROP INDEX ticket_department;
CREATE INDEX ticket_department ON "Ticket" ("workspaceId", "departmentId", "lastMessageAt" DESC, id DESC);

-- Customers by how any word of their name or address begins.
CREATE INDEX customer_words ON "Customer"
  USING gin ("workspaceId", to_tsvector('simple'::regconfig, search_fold(name || ' ' || coalesce(email, ''))));
