package districtkpi.ui.server;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Tomcat speaks it, with an end to its patience: a header has to be there within some time,
 * and a body has to come at a {@link Pace}. Tomcat by itself waits anew for each byte, so that one
 * that comes every other second keeps a connection for hours.
 */
public final class PacedProtocol extends Http11NioProtocol {

    private Duration patience = Duration.ofSeconds(20);

    void setPatience(Duration patience) {
        this.patience = patience;
    }

    @Override
    protected Processor createProcessor() {
        return new PacedProcessor(this, getAdapter(), patience);
    }

    /** Requests of one connection after the other. */
    private static final class PacedProcessor extends Http11Processor {

        private final long patienceNanos;
        private final long maxToRead;
        private final Pace pace;
        private final Adapter toTheEnd;
        private @Nullable SocketWrapperBase<?> connection;
        private long headerSince;

        PacedProcessor(PacedProtocol protocol, Adapter plain, Duration patience) {
            super(protocol, plain);
            patienceNanos = patience.toNanos();
            maxToRead = protocol.getMaxSwallowSize();
            pace = new Pace(patience);
            toTheEnd = new ReadToItsEnd(plain);
            request.setInputBuffer(new PacedInput(request.getInputBuffer()));
        }

        @Override
        public Adapter getAdapter() {
            return toTheEnd;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // The same connection.
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (socket != connection) {
                connection = socket;
                headerSince = System.nanoTime();
            }
            SocketState state = super.service(socket);
            if (state != SocketState.LONG || isAsync()) {
                connection = null;
            } else if (System.nanoTime() - headerSince > patienceNanos) {
                return SocketState.CLOSED;
            }
            return state;
        }

        /** What is read of a request, by the program or after it. */
        private final class PacedInput implements InputBuffer {

            private final InputBuffer plain;

            PacedInput(InputBuffer plain) {
                this.plain = plain;
            }

            @Override
            public int doRead(ApplicationBufferHandler handler) throws IOException {
                long before = System.nanoTime();
                int count = plain.doRead(handler);
                if (count >= 0) {
                    pace.moved(count, System.nanoTime() - before);
                }
                return count;
            }

            @Override
            public int available() {
                return plain.available();
            }
        }

        /**
         * Reads what the program left of a request, so that the sender gets the answer instead of a
         * broken connection: at the same pace, which Tomcat would not ask for.
         */
        private final class ReadToItsEnd implements Adapter {

            private final Adapter plain;

            ReadToItsEnd(Adapter plain) {
                this.plain = plain;
            }

            @Override
            public void service(Request incoming, Response outgoing) throws Exception {
                pace.restart();
                plain.service(incoming, outgoing);
                if (!isAsync() && !getErrorState().isError() && !incoming.hasExpectation()) {
                    readRest(incoming);
                }
                headerSince = System.nanoTime();
            }

            private void readRest(Request incoming) {
                try {
                    Nothing nothing = new Nothing();
                    long rest = 0;
                    while (!isRequestBodyFullyRead()) {
                        int count = incoming.doRead(nothing);
                        rest += Math.max(0, count);
                        if (count < 0) {
                            return;
                        }
                        if (rest > maxToRead) {
                            setErrorState(ErrorState.CLOSE_CONNECTION_NOW, null);
                            return;
                        }
                    }
                } catch (IOException e) {
                    setErrorState(ErrorState.CLOSE_CONNECTION_NOW, e);
                }
            }

            @Override
            public boolean prepare(Request incoming, Response outgoing) throws Exception {
                return plain.prepare(incoming, outgoing);
            }

            @Override
            public boolean asyncDispatch(Request incoming, Response outgoing, SocketEvent status)
                    throws Exception {
                return plain.asyncDispatch(incoming, outgoing, status);
            }

            @Override
            public void log(Request incoming, Response outgoing, long time) {
                plain.log(incoming, outgoing, time);
            }

            @Override
            public void checkRecycled(Request incoming, Response outgoing) {
                plain.checkRecycled(incoming, outgoing);
            }

            @Override
            public String getDomain() {
                return plain.getDomain();
            }
        }
    }
}
