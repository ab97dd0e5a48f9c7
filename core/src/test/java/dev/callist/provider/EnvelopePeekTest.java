package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ClientOptions;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopePeekTest {
    private static final DocumentReader READER = OverHttp.documents(ClientOptions.defaults());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'next':'n2','rows':[{'id':'a'}]}",
                "{'page':{'next':'x'},'next':'n2','rows':[{'id':'a'}]}",
                "{'rows':[{'id':'a'}],'next':'n2'}",
                "{'rows':[{'id':'a','next':'x'}],'next':'n2'}",
                "{'rows':[{'id':'a','text':'\\\"next\\\":'}], 'total':7, \n 'next' : 'n2' , 'more':[{}] } \n",
                "{'rows':broken,'next':'n2'}",
            })
    void findsAFieldBeforeTheRowsAndAfterThem(String json) {
        assertThat(next(json)).contains("n2");
    }

    @Test
    void keepsTheBlanksOfAToken() {
        assertThat(next("{'rows':[],'next':' n2 '}")).contains(" n2 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rows':[{'id':'a'}]}",
                "{'rows':[{'id':'a','next':'x'}]}",
                "{'rows':[{'id':'a','next':'x'}],'total':7}",
                "{'rows':[],'page':{'next':'x'}}",
                "{'rows':['\\\"next\\\":\\\"x\\\"}']}",
                "{'rows':[],'next':7}",
                "{'rows':[],'next':['x']}",
                "{'rows':[],'next':'x'",
                "{'rows':[],'next':'x'}{}",
                "{'rows':[],'next':'x',}",
                "['next','x']",
                "'next':'x'}",
                "'next'",
                "next",
                ""
            })
    void findsNoFieldInRowsAndBrokenDocuments(String json) {
        assertThat(next(json)).isEmpty();
    }

    @Test
    void looksAtTheBeginningAndTheEndOnly() {
        String far = "x".repeat(20_000);

        assertThat(next("{'text':'" + far + "','next':'n2','rows':[],'text2':'" + far + "'}"))
                .isEmpty();
        assertThat(next("{'rows':['" + far + "'],'next':'n2'}")).contains("n2");
    }

    @Test
    void readsNullAsTheSignThatNothingFollows() {
        assertThat(next("{'rows':[],'next':null}")).contains("");
        assertThat(peek("{'total':null,'rows':[]}").find("total", Long.class)).isEmpty();
        assertThat(peek("{'total':95,'rows':[]}").find("total", Long.class)).contains(95L);
    }

    private static Optional<String> next(String json) {
        return peek(json).find("next", PageToken.class).map(PageToken::text);
    }

    private static EnvelopePeek peek(String json) {
        return new EnvelopePeek(BodyBytes.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), READER);
    }
}
