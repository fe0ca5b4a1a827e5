"""How Alembic runs here: on the connection it is handed, inside the transaction begun on it."""

from alembic import context

from jtai_desktop.store.models import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
