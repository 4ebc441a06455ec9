"""How quickly pages of bars are answered, beside bare SQLite and DuckDB on the same rows."""
