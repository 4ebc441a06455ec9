"""The ledger's file: tables, rows, one writing connection, readers, migrations."""
