"""The commonest function words of some languages, by ISO 639-1 code."""

from __future__ import annotations

FUNCTION_WORDS = {
    "en": """
        the of and to in is that was for it with as his he on be at by this had not are but from or
        have an they which were all there been their has when who will more if no out so what up
        into than them can only its
    """,
    "de": """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum
        war haben nur oder aber
    """,
    "fr": """
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il
        sont son avec ils mais ou été comme cette aux ont leur ses entre l d qu c elle même sous
        était
    """,
    "es": """
        de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le
        ha este sí porque esta entre cuando muy sin sobre también fue desde son era hasta
    """,
    "it": """
        di e il la che in a per un del è le si dei con una i al da non della sono come alla più gli
        nel anche ma lo ha dal delle l d o ed dalla nella questo tra suo era loro essere
    """,
    "pt": """
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele
        das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso
    """,
    "nl": """
        de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog
        uit door over ze hij naar heeft werd worden wordt deze tot of was zich meer
    """,
    "sv": """
        och i att det som en på är av för med till den har de inte om ett han men var jag sig från
        vi så kan man när år under också efter eller nu sin där vid mot blev
    """,
    "da": """
        og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi
        havde ham fra skal efter ved også blev blevet eller bliver være
    """,
    "pl": """
        w i na z do się że jest nie o to jak po od za przez dla są oraz ale jego co tym był jako
        który która które być może roku czy także lub przy było
    """,
    "tr": """
        ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra olduğu ya ki var her
        ise değil tarafından bunun
    """,
    "id": """
        yang dan di dari untuk dengan pada ini dalam adalah tidak itu sebagai oleh juga akan ke atau
        telah dapat karena tersebut mereka
    """,
    "cs": """
        a v se na je že o s z do i to k ve pro za by ale si po jako od jsou byl které který nebo
        jeho také při až
    """,
    "ro": """
        de și în a la cu că pe pentru nu din un o este mai care au fost se sunt prin ca dar sau lui
        ale cel
    """,
    "hu": """
        a az és hogy nem is egy ez volt mint csak de meg ki el már még vagy van azt lett után
    """,
    "fi": """
        ja on ei että se oli hän mutta ovat myös kun tai joka sen kuin ole mukaan jotka sekä hänen
    """,
}
