"""when a token was last used: it ends some time after that"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A token that was given out before counts as used when it was given out; the lifetime then runs from there.
    with op.batch_alter_table('access_tokens', schema=None) as batch_op:
        batch_op.add_column(sa.Column('used_at', sa.DateTime(timezone=True), nullable=True))
    op.execute('UPDATE access_tokens SET used_at = created_at')
    with op.batch_alter_table('access_tokens', schema=None) as batch_op:
        batch_op.alter_column('used_at', existing_type=sa.DateTime(timezone=True), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table('access_tokens', schema=None) as batch_op:
        batch_op.drop_column('used_at')
